namespace MoodDeck.Recommend.Taste;

/// <summary>
/// What one hypothesis says of a listener's tastes: an effect for each genre (standard deviation 1 under the prior), artist and language
/// (0.5 each). The taste for a track is (1 + tanh((genre + artist + language) / 1.5)) / 2, in [0, 1], 0.5 where nothing is known.
/// </summary>
internal sealed class TasteEffects
{
    private const double ArtistSigma = 0.5;
    private const double LanguageSigma = 0.5;
    private const double Saturation = 1.5;

    public double[] Genres { get; private set; } = [];

    public double[] Artists { get; private set; } = [];

    public double[] Languages { get; private set; } = [];

    /// <summary>How much taste differs between artists never heard, of a genre liked so and so much, when only the prior is known.</summary>
    public static double SpreadOfUnknown(bool genre) => (genre ? 1 : ArtistSigma) / Saturation / 2;

    /// <summary>The taste for a track of these numbers; -1 stands for one of which nothing is known.</summary>
    public double Taste(int genre, int artist, int language)
    {
        var effect = (genre >= 0 ? Genres[genre] : 0) + (artist >= 0 ? ArtistSigma * Artists[artist] : 0) + (language >= 0 ? LanguageSigma * Languages[language] : 0);
        return (1 + Math.Tanh(effect / Saturation)) / 2;
    }

    /// <summary>Makes room for names that came since, each drawn from the prior.</summary>
    public void Grow(TasteData data, GaussianRandom random)
    {
        Genres = Grown(Genres, data.Genres.Count, random);
        Artists = Grown(Artists, data.Artists.Count, random);
        Languages = Grown(Languages, data.Languages.Count, random);
    }

    /// <summary>A copy that does not move.</summary>
    public TasteEffects Still() => new() { Genres = [.. Genres], Artists = [.. Artists], Languages = [.. Languages] };

    private static double[] Grown(double[] effects, int count, GaussianRandom random)
    {
        if (count == effects.Length) return effects;
        var grown = new double[count];
        effects.CopyTo(grown, 0);
        for (var i = effects.Length; i < count; i++) grown[i] = random.Normal();
        return grown;
    }
}
