using System.Globalization;
using System.Text.Json;

namespace MoodDeck.Audio.Probing;

/// <summary>Reads ffprobe's JSON (<c>-show_format -show_streams -of json</c>).</summary>
internal static class ProbeReply
{
    /// <summary>What the reply says; null when it lists no audio stream.</summary>
    public static AudioInfo? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var streams = root.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToArray() : [];
        var audio = streams.FirstOrDefault(s => Text(s, "codec_type") == "audio");
        if (audio.ValueKind == JsonValueKind.Undefined) return null;

        var format = root.TryGetProperty("format", out var f) ? f : default;
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // Ogg and Opus keep their tags on the stream, everything else on the container, which therefore wins.
        CollectTags(audio, tags);
        CollectTags(format, tags);

        var year = FirstTag(tags, "date", "originaldate", "original_year", "year", "TDRC", "TDOR", "TYER");
        var rate = (int)(Number(Text(audio, "sample_rate")) ?? 0);
        return new AudioInfo
        {
            Codec = Text(audio, "codec_name") ?? "unknown",
            Container = ContainerOf(Text(format, "format_name")),
            BitRate = BitRateOf(audio) ?? BitRateOf(format),
            StartPaddingSamples = PaddingOf(audio),
            SampleRateHertz = rate,
            HasSampleClock = Text(audio, "time_base") == string.Create(CultureInfo.InvariantCulture, $"1/{rate}"),
            Channels = audio.TryGetProperty("channels", out var channels) ? channels.GetInt32() : 0,
            DurationSeconds = Number(Text(format, "duration")) ?? Number(Text(audio, "duration")),
            HasCover = streams.Any(IsCover),
            Title = FirstTag(tags, "title"),
            Artist = FirstTag(tags, "artist", "album_artist", "albumartist", "performer"),
            Album = FirstTag(tags, "album"),
            TrackNumber = PlaceOf(FirstTag(tags, "track", "tracknumber", "TRCK")),
            DiscNumber = PlaceOf(FirstTag(tags, "disc", "discnumber", "TPOS")),
            Year = YearOf(year),
            Genre = FirstTag(tags, "genre")?.ToLowerInvariant(),
            Language = LanguageCodes.Normalise(FirstTag(tags, "language", "TLAN")),
            Comment = FirstTag(tags, "comment", "description"),
            Lyrics = LyricsOf(tags),
            Mood = MoodTags.Read(name => tags.GetValueOrDefault(name)),
            Heard = MoodTags.ReadHeard(name => tags.GetValueOrDefault(name)),
        };
    }

    private static bool IsCover(JsonElement stream) =>
        Text(stream, "codec_type") == "video" &&
        stream.TryGetProperty("disposition", out var disposition) &&
        disposition.TryGetProperty("attached_pic", out var attached) && attached.GetInt32() == 1;

    private static void CollectTags(JsonElement owner, Dictionary<string, string> into)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty("tags", out var tags)) return;
        foreach (var tag in tags.EnumerateObject())
            if (tag.Value.GetString()?.Trim() is { Length: > 0 } text) into[tag.Name] = text;
    }

    private static string? FirstTag(Dictionary<string, string> tags, params ReadOnlySpan<string> names)
    {
        foreach (var name in names) if (tags.TryGetValue(name, out var value)) return value;
        return null;
    }

    // ffprobe names every format that one demuxer reads: "mov,mp4,m4a,3gp,3g2,mj2".
    private static string ContainerOf(string? names) => names?.Split(',')[0] switch { null or "" => "unknown", "mov" => "mp4", var first => first };

    private static int? BitRateOf(JsonElement owner) => Number(Text(owner, "bit_rate")) is > 0 and < int.MaxValue and var rate ? (int)rate : null;

    // An MP3's times begin where its sound does; the decoders of the others leave out by themselves what comes before.
    private static int PaddingOf(JsonElement audio) =>
        Text(audio, "codec_name") == "mp3" && Number(Text(audio, "start_time")) is > 0 and < 1 and var start
            ? (int)Math.Round(start * (Number(Text(audio, "sample_rate")) ?? 0)) : 0;

    // ID3's USLT comes as "lyrics-eng", or with its description before the language; Vorbis comments have several names for it.
    private static string? LyricsOf(Dictionary<string, string> tags) =>
        FirstTag(tags, "lyrics", "unsyncedlyrics", "unsynced lyrics", "syncedlyrics", "USLT")
        ?? tags.Where(t => t.Key.StartsWith("lyrics-", StringComparison.OrdinalIgnoreCase)).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault();

    // Dates come as "1997", "1997-05-21" and "21.5.1997"; the run of four digits is the year.
    private static int? YearOf(string? date)
    {
        for (var i = 0; i + 4 <= date?.Length; i++)
        {
            if (int.TryParse(date.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000) return year;
        }

        return null;
    }

    // "3", "03" and "3/12" are the third; 0 and "A2" are no place.
    private static int? PlaceOf(string? text) =>
        int.TryParse(text?.Split('/')[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var place)
        && place is > 0 and < 10_000 ? place : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
