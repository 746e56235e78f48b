using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace MoodDeck.Training.Reports;

/// <summary>A report as JSON: camelCase, pictures as <c>data:</c> addresses, numbers that are none as null.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        Converters = { new PictureConverter(), new NumberConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The whole document.</summary>
    public static string Of(RunReport report) => JsonSerializer.Serialize(report, s_options) + "\n";

    private sealed class PictureConverter : JsonConverter<ReportPicture>
    {
        public override ReportPicture Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Reports are written, not read.");

        public override void Write(Utf8JsonWriter writer, ReportPicture value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToDataUri());
    }

    private sealed class NumberConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
