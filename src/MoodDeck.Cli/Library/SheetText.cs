using System.Globalization;
using MoodDeck.Core.Music;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Library;

/// <summary>A track's sheet in words.</summary>
internal static class SheetText
{
    private static readonly string[] s_tones = ["C", "C sharp", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"];

    /// <summary>Prints it.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="path">Its file; null without one.</param>
    public static void Print(SheetAnswer sheet, string? path)
    {
        var track = sheet.Track;
        Console.Out.WriteLine($"{track.Title}{(track.Artist is null ? "" : $" by {track.Artist}")}{(track.Album is null ? "" : $", from {track.Album}")}");
        Line("id", track.Id);
        Line("mood", sheet.MoodFrom == "unknown" ? "not known" : Text($"{sheet.MoodLabel}: valence {track.Mood.Valence:0.00} ± {sheet.Spread.Valence:0.00}, arousal {track.Mood.Arousal:0.00} ± {sheet.Spread.Arousal:0.00}, {FromIn(sheet.MoodFrom)}"));
        if (sheet.Feeling is { } own) Line("for you", Text($"valence {own.Valence:0.00}, arousal {own.Arousal:0.00}, as you said"));
        if (sheet.Sound is { } sound)
        {
            Line("tempo", sound is { TempoBpm: { } bpm, TempoClarity: >= TrackMix.ClearTempo } ? Text($"{bpm:0.0} beats a minute") : "no clear beat");
            Line("key", sound.Key is { Clarity: >= TrackMix.ClearKey } key ? $"{s_tones[key.Tonic]} {(key.Major ? "major" : "minor")}" : "no clear key");
            Line("sound", Text($"{sound.OnsetsPerSecond:0.0} note beginnings a second, brightness {sound.CentroidHertz:0} Hz"));
        }
        else if (path is not null) Line("sound", "nobody has listened to it yet");

        if (sheet.Loudness is { } loudness)
        {
            Line("loudness", Text($"{loudness.IntegratedLufs:0.0} LUFS {(loudness.WholeFile ? "over all of it" : "by excerpts")}") +
                (loudness.RangeLu is { } range ? Text($", range {range:0.0} LU") : "") + (loudness.TruePeakDb is { } peak ? Text($", peak {peak:0.0} dBTP") : ""));
        }

        Line("file", path ?? "none on this machine");
        if (sheet.File is { } file)
            Line("made of", Text($"{file.Codec}, {file.SampleRateHertz} Hz, {file.Channels} channels{(file.BitRate is { } rate ? Text($", {rate / 1000.0:0} kbit/s") : "")}{(file.Transcoded ? ", converted on its way to a browser" : "")}"));
        if (sheet.HasLyrics) Line("words", "known");
    }

    private static string FromIn(string from) => from switch { "listening" => "heard", "tags" => "stated in its tags", _ => "from a table" };

    private static void Line(string name, string value) => Console.Out.WriteLine($"  {name,-9} {value}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
