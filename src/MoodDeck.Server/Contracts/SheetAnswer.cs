using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Transcoding;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Sound;

namespace MoodDeck.Server.Contracts;

/// <summary>Everything that is known of a track.</summary>
/// <param name="Track">What the catalogue knows.</param>
/// <param name="Spread">How sure its mood is: one standard deviation per axis.</param>
/// <param name="MoodLabel">The named mood nearest to its own.</param>
/// <param name="MoodFrom">Where its mood is known from: <c>listening, tags, table</c>; <c>unknown</c> where it is not.</param>
/// <param name="Feeling">Where the listener says that it belongs; null where nothing was said.</param>
/// <param name="Sound">What was heard in it; null until somebody listened.</param>
/// <param name="Loudness">How loud it is; null until somebody listened.</param>
/// <param name="File">Its file; null without one that was read.</param>
/// <param name="HasLyrics">Whether its words are known.</param>
/// <param name="SpectrogramUrl">Address of its spectrogram; null without a file.</param>
public sealed record SheetAnswer(
    TrackAnswer Track, VadAnswer Spread, string MoodLabel, string MoodFrom, FeelingAnswer? Feeling, SoundAnswer? Sound, LoudnessAnswer? Loudness,
    FileAnswer? File, bool HasLyrics, string? SpectrogramUrl)
{
    /// <summary>The sheet of a track.</summary>
    /// <param name="track">What the catalogue knows.</param>
    /// <param name="sound">What was heard in it; null when nobody listened.</param>
    /// <param name="feeling">Where the listener says that it belongs; null where nothing was said.</param>
    /// <param name="apiRoot">Root of the API that answers, such as <c>/api/v1</c>; null where no server does.</param>
    public static SheetAnswer Of(Track track, TrackSound? sound, Vad? feeling, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(track);
        var answer = TrackAnswer.Of(track, apiRoot);
        return new(
            answer, VadAnswer.Of(track.Mood.Sigma), NamedMoods.Nearest(track.Mood.Mean).Name, FromOf(track, sound),
            feeling is { } felt ? new(Rounded.Value(felt.Valence), Rounded.Value(felt.Arousal)) : null,
            sound is null ? null : SoundAnswer.Of(sound.Features),
            track.Loudness is { } loudness ? LoudnessAnswer.Of(loudness, sound?.Course) : null,
            sound is null || track.Path is null ? null : FileAnswer.Of(track.Path, sound.Facts),
            track.HasLyrics, track.Path is null || apiRoot is null ? null : $"{apiRoot}/tracks/{Uri.EscapeDataString(track.Id)}/spectrogram");
    }

    private static string FromOf(Track track, TrackSound? sound) =>
        !track.Mood.IsKnown && sound is null ? "unknown"
        // Files that were scanned before it was kept what was heard in them.
        : sound is null ? track.Source is TrackSource.Library or TrackSource.Demo ? "listening" : "table"
        : sound.MoodModel is null ? "tags" : "listening";
}

/// <summary>Where a listener says that a track belongs.</summary>
/// <param name="Valence">-1 (unpleasant) to 1 (pleasant).</param>
/// <param name="Arousal">-1 (sleepy) to 1 (activated).</param>
public sealed record FeelingAnswer(double Valence, double Arousal);

/// <summary>A key, with how well it fits.</summary>
/// <param name="Tonic">0 = C to 11 = B.</param>
/// <param name="Major">Major or minor.</param>
/// <param name="Clarity">Correlation with the key's profile, 0 to 1.</param>
public sealed record KeyAnswer(int Tonic, bool Major, double Clarity);

/// <summary>What was heard in a track.</summary>
/// <param name="ListenedSeconds">How much of it was listened to.</param>
/// <param name="TempoBpm">Beats a minute; null where none stand out.</param>
/// <param name="TempoClarity">How strongly they do, 0 to 1.</param>
/// <param name="Key">Its key; null where there is no tonality at all.</param>
/// <param name="OnsetsPerSecond">Note beginnings a second.</param>
/// <param name="CentroidHertz">Where the middle of its spectrum lies: how bright it sounds.</param>
/// <param name="LoudnessSpreadDb">How much its loudness varies from moment to moment.</param>
public sealed record SoundAnswer(
    double ListenedSeconds, double? TempoBpm, double TempoClarity, KeyAnswer? Key, double OnsetsPerSecond, double CentroidHertz, double LoudnessSpreadDb)
{
    internal static SoundAnswer Of(TrackFeatures heard) => new(
        Math.Round(heard.ListenedSeconds, 1), heard.TempoBpm > 0 ? Math.Round(heard.TempoBpm, 1) : null, Rounded.Value(heard.TempoClarity),
        heard.KeyClarity > 0 ? new(heard.Tonic, heard.IsMajor, Rounded.Value(heard.KeyClarity)) : null,
        Math.Round(heard.OnsetsPerSecond, 2), Math.Round(heard.CentroidHertz), Math.Round(heard.LoudnessSpreadDb, 1));
}

/// <summary>How loudness runs over a track.</summary>
/// <param name="StepSeconds">From one value to the next.</param>
/// <param name="Lufs">The values, in LUFS.</param>
public sealed record CurveAnswer(double StepSeconds, IReadOnlyList<double> Lufs);

/// <summary>How loud a track is.</summary>
/// <param name="IntegratedLufs">EBU R 128 loudness.</param>
/// <param name="RangeLu">Loudness range; null until all of it was measured, or where it is too short.</param>
/// <param name="TruePeakDb">Highest true peak; null until all of it was measured.</param>
/// <param name="WholeFile">Whether all of it was measured, rather than excerpts.</param>
/// <param name="Curve">How it runs; null until all of it was measured.</param>
public sealed record LoudnessAnswer(double IntegratedLufs, double? RangeLu, double? TruePeakDb, bool WholeFile, CurveAnswer? Curve)
{
    internal static LoudnessAnswer Of(TrackLoudness loudness, LoudnessCourse? course) => new(
        Math.Round(loudness.IntegratedLufs, 2), course?.RangeLu is { } range ? Math.Round(range, 1) : null,
        loudness.TruePeakDb is { } peak ? Math.Round(peak, 2) : null, course is not null,
        course is null ? null : new(course.StepSeconds, [.. course.Lufs.Select(l => Math.Round(l, 1))]));
}

/// <summary>What a track's file is made of.</summary>
/// <param name="Name">Its name without its folder.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="Container">As ffprobe names it; null when it does not.</param>
/// <param name="SampleRateHertz">Samples a second.</param>
/// <param name="Channels">Channels.</param>
/// <param name="BitRate">Bits a second; null when unknown.</param>
/// <param name="StartPaddingSamples">Samples of silence an encoder put in front, which a player without gaps leaves out; 0 where there are none.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Transcoded">Whether it is made into another format on its way to a browser.</param>
public sealed record FileAnswer(string Name, string Codec, string? Container, int SampleRateHertz, int Channels, long? BitRate, int StartPaddingSamples, long Bytes, bool Transcoded)
{
    internal static FileAnswer Of(string path, AudioFacts facts) => new(
        Path.GetFileName(path), facts.Codec, facts.Container, facts.SampleRateHertz, facts.Channels, facts.BitRate, facts.StartPadding, facts.SizeBytes,
        !BrowserAudio.IsCertain(path) && BrowserAudio.MediaTypeOf(path, facts.Container ?? "unknown", facts.Codec) is null);
}
