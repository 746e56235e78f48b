using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Data;

/// <summary>What a label means.</summary>
/// <param name="IsKnown">Whether it is known at all.</param>
/// <param name="Emotion">The expression; null where the label is to be left out or is unknown.</param>
public readonly record struct LabelMeaning(bool IsKnown, Emotion? Emotion);

/// <summary>
/// Which folder name or label means which expression: the words in use, whatever their case and with or without a number
/// before them (<c>Happy</c>, <c>joy</c>, <c>1_happy</c>), FER2013's numbers 0 to 6, and the user's own entries, which go
/// before all others.
/// </summary>
public sealed class LabelMap
{
    private static readonly Dictionary<string, Emotion> Words = new(StringComparer.Ordinal)
    {
        ["neutrality"] = Emotion.Neutral, ["normal"] = Emotion.Neutral, ["noemotion"] = Emotion.Neutral, ["neutralface"] = Emotion.Neutral,
        ["ne"] = Emotion.Neutral, ["neu"] = Emotion.Neutral,
        ["joy"] = Emotion.Happiness, ["joyful"] = Emotion.Happiness, ["smile"] = Emotion.Happiness, ["smiling"] = Emotion.Happiness, ["ha"] = Emotion.Happiness, ["hap"] = Emotion.Happiness,
        ["surprised"] = Emotion.Surprise, ["suprise"] = Emotion.Surprise, ["surprize"] = Emotion.Surprise, ["su"] = Emotion.Surprise, ["sur"] = Emotion.Surprise,
        ["sorrow"] = Emotion.Sadness, ["sa"] = Emotion.Sadness,
        ["mad"] = Emotion.Anger, ["an"] = Emotion.Anger, ["ang"] = Emotion.Anger,
        ["disgusted"] = Emotion.Disgust, ["disgusting"] = Emotion.Disgust, ["di"] = Emotion.Disgust, ["dis"] = Emotion.Disgust,
        ["fearful"] = Emotion.Fear, ["afraid"] = Emotion.Fear, ["scared"] = Emotion.Fear, ["fe"] = Emotion.Fear,
        ["contemptuous"] = Emotion.Contempt, ["contemptous"] = Emotion.Contempt, ["scorn"] = Emotion.Contempt,
    };

    private readonly SortedDictionary<string, Emotion?> _own;

    private LabelMap(SortedDictionary<string, Emotion?> own) => _own = own;

    /// <summary>The words and numbers in use, and nothing of the user's own.</summary>
    public static LabelMap Default { get; } = new(new(StringComparer.Ordinal));

    /// <summary>Whether the user said anything beyond the words in use.</summary>
    public bool HasOwn => _own.Count > 0;

    // What a cached set depends on.
    internal string Key => string.Join('\n', _own.Select(e => $"{e.Key}={e.Value}"));

    /// <summary>A map with entries of the user's own.</summary>
    /// <param name="entries">Each <c>NAME=EXPRESSION</c>, or <c>NAME=</c> to leave a label out.</param>
    /// <exception cref="FormatException">An entry is not of this form, names no expression, or contradicts another.</exception>
    public static LabelMap Parse(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var own = new SortedDictionary<string, Emotion?>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var cut = entry.LastIndexOf('=');
            var name = cut < 0 ? "" : Fold(entry[..cut]);
            if (name.Length == 0) throw new FormatException($"'{entry}' is no label entry; give NAME=EXPRESSION, such as joy=happiness, or NAME= to leave a label out");
            var word = entry[(cut + 1)..].Trim();
            Emotion? emotion = word.Length == 0 ? null : OfWord(Fold(word)) ?? throw new FormatException(
                $"'{word}' in '{entry}' is no expression. There are: {string.Join(", ", Emotions.Names)}");
            if (own.TryGetValue(name, out var other) && other != emotion) throw new FormatException($"the label '{entry[..cut].Trim()}' is given two meanings");
            own[name] = emotion;
        }

        return own.Count == 0 ? Default : new LabelMap(own);
    }

    /// <summary>What a label means, ignoring case, blanks, underscores and hyphens.</summary>
    public LabelMeaning Find(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var name = Fold(label);
        if (_own.TryGetValue(name, out var own)) return new(true, own);
        if (OfWord(name) is { } emotion) return new(true, emotion);
        // "1_happy", "03 sad": the number only sorts the folders.
        var word = name.TrimStart([.. "0123456789.)"]);
        if (word.Length > 0 && word.Length < name.Length)
        {
            if (_own.TryGetValue(word, out own)) return new(true, own);
            if (OfWord(word) is { } numbered) return new(true, numbered);
        }

        return IsNumber(label.Trim()) && int.TryParse(name, CultureInfo.InvariantCulture, out var n) && n < ExpressionLabels.Fer2013.Count
            ? new(true, ExpressionLabels.Fer2013Emotions[n])
            : default;
    }

    /// <summary>Whether a label is a bare number: which order its data set counts in is then a guess.</summary>
    internal static bool IsNumber(string label) => label.Length > 0 && label.All(char.IsAsciiDigit);

    /// <summary>Whether the user gave this very label a meaning.</summary>
    internal bool IsOwn(string label) => _own.ContainsKey(Fold(label));

    private static Emotion? OfWord(string folded) =>
        ExpressionLabels.Parse(folded) ?? (Words.TryGetValue(folded, out var emotion) ? emotion : null);

    private static string Fold(string label) =>
        string.Concat(label.Trim().ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-')));
}
