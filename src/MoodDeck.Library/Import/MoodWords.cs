using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Import;

/// <summary>Words by which tables name the mood of a song.</summary>
internal static class MoodWords
{
    // Words of such tables and of tags, and the named mood each comes closest to.
    private static readonly Dictionary<string, string> Kin = new(StringComparer.OrdinalIgnoreCase)
    {
        ["joy"] = "happy", ["joyful"] = "happy", ["happiness"] = "happy", ["cheerful"] = "happy", ["upbeat"] = "happy", ["uplifting"] = "happy",
        ["sadness"] = "sad", ["depressed"] = "sad", ["depressing"] = "sad", ["gloomy"] = "sad",
        ["anger"] = "angry", ["aggressive"] = "angry", ["rage"] = "angry",
        ["fear"] = "anxious", ["dark"] = "tense", ["tension"] = "tense",
        ["energy"] = "energetic", ["party"] = "excited", ["excitement"] = "excited",
        ["relaxed"] = "serene", ["relaxing"] = "serene", ["chill"] = "serene", ["peaceful"] = "serene", ["calmness"] = "calm", ["sleepy"] = "tired",
        ["love"] = "romantic", ["tender"] = "romantic", ["tenderness"] = "romantic", ["sentimental"] = "nostalgic", ["nostalgia"] = "nostalgic",
        ["melancholy"] = "melancholic", ["epic"] = "triumphant", ["power"] = "triumphant", ["focus"] = "focused", ["fun"] = "playful",
    };

    /// <summary>Where a word lies; null when it names no mood that is known. Of several words the first known counts.</summary>
    public static Vad? Find(string? text) => text?.Split([',', ';', '|', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(word => NamedMoods.Find(Kin.GetValueOrDefault(word, word))?.Centre)
        .FirstOrDefault(centre => centre is not null);
}
