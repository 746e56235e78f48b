using System.Globalization;
using MoodDeck.Cli.Output;
using MoodDeck.Server.Contracts;
using Spectre.Console;

namespace MoodDeck.Cli.Analyze;

/// <summary>What was read, for people: a table of faces and a sentence for each photo.</summary>
internal static class AnalyzeText
{
    /// <summary>Writes every photo that was read.</summary>
    public static void Write(AnalyzeAnswer answer)
    {
        foreach (var image in answer.Images.Where(i => i.Error is null))
        {
            var faces = image.Faces.Count switch { 0 => "no face", 1 => "1 face", var n => $"{n} faces" };
            Console.Out.WriteLine(Invariant($"{image.Path}  {image.Width} x {image.Height}, {faces}, {image.ElapsedMs:0.0} ms"));
            if (image.Faces.Count > 0) Terminal.Write(Table(image.Faces));
            Console.Out.WriteLine(image.Mood is { } mood ? Sentence(mood) : "  No face, so no mood.");
        }
    }

    private static Table Table(IReadOnlyList<FaceAnswer> faces)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("face", "expression", "sure", "next", "valence", "arousal", "dominance", "box");
        foreach (var i in Enumerable.Range(0, faces.Count))
        {
            var f = faces[i];
            table.AddRow(
                Invariant($"{i + 1}"), f.Dominant, Percent(f.Confidence), NextOf(f.Emotions), Signed(f.Vad.Valence), Signed(f.Vad.Arousal),
                Signed(f.Vad.Dominance), Invariant($"{f.Box.Width:0} x {f.Box.Height:0} at {f.Box.X:0},{f.Box.Y:0}"));
        }

        return table;
    }

    /// <summary>A mood in a sentence.</summary>
    public static string Sentence(MoodAnswer mood)
    {
        var sure = mood.Confidence switch { >= 0.6 => "quite sure", >= 0.3 => "fairly sure", _ => "not very sure" };
        return Invariant($"  Mood: {mood.Label}, {sure} (valence {Signed(mood.Valence)}, arousal {Signed(mood.Arousal)}, dominance {Signed(mood.Dominance)}). An expression is a guess, not what somebody feels.");
    }

    private static string NextOf(EmotionsAnswer emotions)
    {
        (string Name, double Share)[] ranked =
        [
            ("neutral", emotions.Neutral), ("happiness", emotions.Happiness), ("surprise", emotions.Surprise), ("sadness", emotions.Sadness),
            ("anger", emotions.Anger), ("disgust", emotions.Disgust), ("fear", emotions.Fear), ("contempt", emotions.Contempt),
        ];
        Array.Sort(ranked, (a, b) => b.Share.CompareTo(a.Share));
        return $"{ranked[1].Name} {Percent(ranked[1].Share)}";
    }

    private static string Percent(double share) => Invariant($"{100 * share:0}%");

    private static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
