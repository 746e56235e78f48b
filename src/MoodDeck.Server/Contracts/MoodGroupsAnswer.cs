using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Groups;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Server.Contracts;

/// <summary>The library's own mood groups, as <c>library moods</c> and <c>GET /api/v1/library/moods</c> answer.</summary>
/// <param name="Known">Tracks whose mood is known; the others are in no group.</param>
/// <param name="Sampled">Those the groups were found by; the others joined the nearest.</param>
/// <param name="Silhouette">How well tracks lie in their groups, -1 to 1.</param>
/// <param name="Groups">The largest first.</param>
public sealed record MoodGroupsAnswer(int Known, int Sampled, double Silhouette, IReadOnlyList<MoodGroupAnswer> Groups)
{
    /// <summary>The groups with the tracks that stand for them.</summary>
    public static async Task<MoodGroupsAnswer> OfAsync(GroupedLibrary library, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(catalogue);
        var moods = library.Moods;
        var ids = moods.Groups.SelectMany(g => g.Examples).Select(library.Index.IdOf).ToList();
        var tracks = (await catalogue.FindAsync(ids, cancellationToken)).ToDictionary(t => t.Id, StringComparer.Ordinal);
        return new(moods.Known, moods.Sampled, Rounded.Value(moods.Silhouette),
            [.. moods.Groups.Select(g => MoodGroupAnswer.Of(g, g.Examples.Select(row => tracks.GetValueOrDefault(library.Index.IdOf(row))).OfType<Track>()))]);
    }
}

/// <summary>One group.</summary>
/// <param name="Number">From 1, the largest first; radio starts from it: <c>{"radio":{"group":1}}</c>.</param>
/// <param name="Name">Its English name, which no other group has.</param>
/// <param name="Mood">The named mood of its centre.</param>
/// <param name="Quality">What sets it apart from a larger group of that mood: a word of <see cref="GroupQualities"/> or a number; null for nothing.</param>
/// <param name="Size">Its tracks.</param>
/// <param name="Playable">Those of them that play here.</param>
/// <param name="Centre">Where it lies.</param>
/// <param name="Spread">How far its tracks lie about that.</param>
/// <param name="Sound">How it sounds; null where hardly any of it was listened to.</param>
/// <param name="Genres">Its most frequent genres.</param>
/// <param name="Artists">Its artists with the most tracks.</param>
/// <param name="Tracks">Those nearest to its centre, one of each artist.</param>
public sealed record MoodGroupAnswer(
    int Number, string Name, string Mood, string? Quality, int Size, int Playable, VadAnswer Centre, GroupSpreadAnswer Spread, GroupSoundAnswer? Sound,
    IReadOnlyList<GroupShare> Genres, IReadOnlyList<GroupShare> Artists, IReadOnlyList<GroupTrackAnswer> Tracks)
{
    internal static MoodGroupAnswer Of(MoodGroup group, IEnumerable<Track> tracks) => new(
        group.Number, group.Name, group.Mood, group.Quality is { Length: > 0 } quality ? quality : null, group.Size, group.Playable,
        VadAnswer.Of(group.Centre), GroupSpreadAnswer.Of(group.Spread), group.Tone is { } tone ? GroupSoundAnswer.Of(tone) : null, group.Genres, group.Artists,
        [.. tracks.Select(t => new GroupTrackAnswer(
            t.Id, t.Title, t.Artist, Rounded.Value(t.Mood.Mean.Valence), Rounded.Value(t.Mood.Mean.Arousal), t.IsPlayable))]);
}

/// <summary>One standard deviation along valence and arousal, and how they go together, -1 to 1.</summary>
public sealed record GroupSpreadAnswer(double Valence, double Arousal, double Correlation)
{
    internal static GroupSpreadAnswer Of(VadCovariance spread)
    {
        var sigma = spread.Sigma;
        var product = sigma.Valence * sigma.Arousal;
        return new(Rounded.Value(sigma.Valence), Rounded.Value(sigma.Arousal), Rounded.Value(product > 0 ? Math.Clamp(spread.VA / product, -1, 1) : 0));
    }
}

/// <summary>How a group sounds on the whole; see <see cref="TrackTone"/>. Without a beat the tempo is null.</summary>
public sealed record GroupSoundAnswer(double? TempoBpm, double LoudnessSpreadDb, double CentroidHertz, double OnsetsPerSecond, double Majorness)
{
    internal static GroupSoundAnswer Of(TrackTone tone) => new(
        tone.TempoBpm > 0 ? Math.Round(tone.TempoBpm, 1) : null, Math.Round(tone.LoudnessSpreadDb, 2), Math.Round(tone.CentroidHertz), Math.Round(tone.OnsetsPerSecond, 2), Math.Round(tone.Majorness, 3));
}

/// <summary>A track of a group.</summary>
public sealed record GroupTrackAnswer(string Id, string Title, string? Artist, double Valence, double Arousal, bool Playable);
