using System.Text.Json;
using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Live;

/// <summary>What a client asks for in a text message.</summary>
internal abstract record LiveCommand
{
    /// <summary>How many binary messages came before it.</summary>
    public int Frame { get; init; }
}

/// <summary>To forget the mood so far.</summary>
internal sealed record ForgetMood : LiveCommand;

/// <summary>To read the mood of everybody before the camera, or of the main face again.</summary>
internal sealed record ReadRoom(bool On) : LiveCommand;

/// <summary>To go by what is known of a listener's face; by nobody's for null.</summary>
internal sealed record ChooseListener(string? Id) : LiveCommand;

/// <summary>To learn how the main face looks at rest.</summary>
internal sealed record LearnRest : LiveCommand;

/// <summary>To keep what the main face shows now for a correction that follows, or to let it go.</summary>
internal sealed record HoldFace(bool On) : LiveCommand;

/// <summary>To learn what the main face shows in truth.</summary>
internal sealed record LearnCorrection(Emotion Label) : LiveCommand;

/// <summary>Reads text messages.</summary>
internal static class LiveCommands
{
    private const string Known =
        """{"type":"reset"}, {"type":"room","on":true}, {"type":"listener","id":"…"}, {"type":"neutral"}, {"type":"hold","on":true} and {"type":"correct","label":"sadness"}""";

    /// <summary>The command a text holds; null, with the reason, for none.</summary>
    public static LiveCommand? Parse(ReadOnlyMemory<byte> text, out string problem)
    {
        problem = $"The only texts read here are {Known}; frames are binary messages.";
        try
        {
            using var document = JsonDocument.Parse(text);
            var message = document.RootElement;
            if (message.ValueKind != JsonValueKind.Object) return null;
            switch (TextOf(message, "type"))
            {
                case "reset": return new ForgetMood();
                case "neutral": return new LearnRest();
                case "room" when TruthOf(message, "on") is { } on: return new ReadRoom(on);
                case "hold" when TruthOf(message, "on") is { } on: return new HoldFace(on);
                case "listener" when message.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Null:
                    return new ChooseListener(id.GetString());
                case "correct":
                    var index = Emotions.Names.ToList().IndexOf(TextOf(message, "label") ?? "");
                    if (index >= 0) return new LearnCorrection((Emotion)index);
                    problem = $"A correction names one of these expressions as its label: {string.Join(", ", Emotions.Names)}.";
                    return null;
                default: return null;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for half a surrogate pair
        {
            return null;
        }
    }

    private static bool? TruthOf(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True : null;

    private static string? TextOf(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
