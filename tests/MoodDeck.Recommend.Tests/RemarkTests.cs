using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend.Tests;

public sealed class RemarkTests
{
    // What only the server says, of a picture without a face.
    private static readonly string[] OfPictures = ["note.noFace", "note.noFaceButMood"];

    [Fact]
    public void Recommend_AnythingAskedOfAnyCatalogue_SaysExactlyWhatTheTableHas()
    {
        var said = Answers().SelectMany(a => a.Tracks.SelectMany(t => t.Why).Concat(a.Remarks)).ToList();
        Assert.All(said, remark => Assert.DoesNotContain('{', remark.English()));
        Assert.Equal(RemarkTable.Codes.Except(OfPictures).Order(), said.Select(r => r.Code).Distinct().Order());
    }

    [Fact]
    public void Recommend_Anything_PutsOnlyPlainDataIntoValues()
    {
        var said = Answers().SelectMany(a => a.Tracks.SelectMany(t => t.Why).Concat(a.Remarks)).SelectMany(r => r.Values);
        Assert.All(said, value => Assert.True(value.Key switch
        {
            "mood" or "wanted" => NamedMoods.Find((string)value.Value) is not null,
            "language" => (string)value.Value == "qq" || MusicLanguages.Codes.Contains((string)value.Value),
            "languages" => ((IReadOnlyList<string>)value.Value).All(l => l == "qq" || MusicLanguages.Codes.Contains(l)),
            "source" => TrackSources.Names.Contains((string)value.Value),
            "strategy" => Strategies.Names.Contains((string)value.Value),
            "filter" => (string)value.Value is "language" or "artist" or "genre" or "source",
            "n" or "passing" => (int)value.Value > 0,
            "artist" or "genre" => ((string)value.Value).Length > 0,
            _ => false,
        }, $"{value.Key}: {value.Value}"));
    }

    [Theory]
    [InlineData("note.noFace")]
    [InlineData("note.noFaceButMood")]
    public void English_OfPictures_IsASentence(string code) => Assert.EndsWith(".", Remark.Of(code).English(), StringComparison.Ordinal);

    [Fact]
    public void English_SeveralLanguages_AreListed() => Assert.Equal(
        "Nothing in Spanish, French or German plays here; 1 demo track in English would.",
        Remark.Of("note.languageSilent.language", ("languages", new List<string> { "es", "fr", "de" }), ("n", 1), ("source", "demo"), ("language", "en")).English());

    [Fact]
    public void English_UnknownCode_IsRefused() => Assert.Throws<KeyNotFoundException>(() => Remark.Of("reason.none").English());

    private static IEnumerable<RecommendationResult> Answers()
    {
        List<Track>[] catalogues =
        [
            [], Tracks.Many(1, 12, 3), Tracks.Many(2, 300, 40),
            [.. Tracks.Many(3, 300, 40).Select(t => t with { Path = t.Language == "en" ? "/music/" + t.Id : null })],
            [.. Tracks.Many(4, 300, 40).Select(t => t with { Path = t.Language == "zxx" ? "/music/" + t.Id : null })],
            [.. Tracks.Many(5, 300, 40).Select((t, i) => t with { Language = i < 2 ? null : t.Language, Path = i < 2 ? "/music/" + t.Id : null })],
            [Tracks.At(0.7, 0.4, "quiet"), Tracks.At(0, 0, "a") with { Mood = TrackMood.Unknown }],
            [.. Enumerable.Range(0, 30).Select(i => Tracks.At(0.6, 0.6, $"t{i}", $"A{i}")), Tracks.At(-0.8, -0.8, "far", "B", playable: true)],
        ];
        foreach (var index in catalogues.Select(TrackIndex.Of))
        {
            var random = new Random(11);
            for (var i = 0; i < 400; i++) yield return new Recommender(index).Recommend(Request(random));
        }

        var mixed = TrackIndex.Of(Tracks.Many(6, 300, 40).Select((t, i) => t with { Mix = new(60 + (i % 90), new(i % 12, i % 2 == 0), -20 + (i % 14)) }));
        ListenerTaste[] listeners = [Taught.By(1, led: true), Taught.By(2, led: false), Taught.By(3, led: false, lessonCount: 2)];
        foreach (var listener in listeners)
        {
            var random = new Random(12);
            for (var i = 0; i < 300; i++)
            {
                var leanings = random.Next(4) == 0 ? new Dictionary<string, float> { ["jazz"] = 0.2f } : [];
                yield return new Recommender(mixed).Recommend(Request(random) with { Listener = listener, GenreLeanings = leanings });
            }
        }
    }

    private static RecommendationRequest Request(Random random) => new()
    {
        Target = random.Next(4) == 0 ? null : MoodTarget.Of(new Vad(Axis(random), Axis(random), 0)),
        From = random.Next(3) == 0 ? new Vad(Axis(random), Axis(random), 0) : null,
        Strategy = (Strategy)random.Next(6),
        Languages = Some(random, "es", "fr", "zxx", "qq"),
        Artists = Some(random, "Artist 1", "Artist 2", "Nobody"),
        Genres = Some(random, "jazz", "pop", "polka"),
        Sources = random.Next(5) == 0 ? [TrackSource.Starter] : [],
        Limit = random.Next(1, 25),
        Seed = random.Next(),
        ExcludedIds = random.Next(4) == 0 ? ["quiet", "a"] : [],
    };

    private static double Axis(Random random) => (random.NextDouble() * 2) - 1;

    private static List<string> Some(Random random, params string[] values) =>
        random.Next(3) > 0 ? [] : [.. values.Where(_ => random.Next(2) == 0)];
}
