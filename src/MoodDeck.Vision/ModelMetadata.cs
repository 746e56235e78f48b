using System.Globalization;
using System.Text.Json;
using MoodDeck.Onnx;

namespace MoodDeck.Vision;

/// <summary>
/// What a model says about itself: its embedded metadata, overridden key by key by the side-car file
/// <c>MODEL.onnx.json</c> (one JSON object; values are strings, numbers, true, false or arrays of them).
/// </summary>
internal sealed class ModelMetadata
{
    private readonly Dictionary<string, string> _values;
    private readonly string _model;

    public ModelMetadata(string model, IReadOnlyDictionary<string, string> values)
    {
        _model = model;
        _values = new(values, StringComparer.Ordinal);
    }

    public static ModelMetadata Read(string modelPath, IInferenceSession session)
    {
        ModelMetadata metadata = new(modelPath, session.Metadata);
        var sideCar = modelPath + ".json";
        if (File.Exists(sideCar)) metadata.Override(sideCar);
        return metadata;
    }

    public VisionModelException Refuse(string reason, Exception? cause = null)
    {
        var message = $"The model {_model} cannot be used: {reason}";
        return cause is null ? new(message) : new(message, cause);
    }

    public string? Text(string key) => _values.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What to call the model: its own name, else its architecture's, else its file's.</summary>
    public string Name => Text("mooddeck.name") ?? Text("mooddeck.arch") ?? Path.GetFileNameWithoutExtension(_model);

    public double? OptionalNumber(string key)
    {
        if (Text(key) is not { } text) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Refuse($"its metadata \"{key}\" is \"{text}\". Expected a number.");
    }

    public double Number(string key) => OptionalNumber(key)
        ?? throw Refuse($"its metadata lacks \"{key}\". Write it into the model, or into {_model}.json.");

    public double PositiveNumber(string key, double? fallback = null)
    {
        var number = fallback is null ? Number(key) : OptionalNumber(key) ?? fallback.Value;
        return number > 0 ? number : throw Refuse($"its metadata \"{key}\" is {number.ToString(CultureInfo.InvariantCulture)}. Expected more than 0.");
    }

    /// <summary><c>true</c> or <c>false</c>; false when it is not said.</summary>
    public bool Truth(string key) => Text(key)?.ToLowerInvariant() switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw Refuse($"its metadata \"{key}\" is \"{text}\". Expected true or false."),
    };

    public IReadOnlyList<string>? List(string key) =>
        Text(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private void Override(string sideCar)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(sideCar));
            foreach (var member in document.RootElement.EnumerateObject()) _values[member.Name] = TextOf(member.Value);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw Refuse($"its side-car {sideCar} is not one JSON object of strings, numbers, true, false and arrays. Mend or remove it.", e);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(TextOf)),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new InvalidOperationException("A value is neither text, number, truth nor array."),
    };
}
