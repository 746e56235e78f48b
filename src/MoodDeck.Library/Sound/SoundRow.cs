using MoodDeck.Audio.Listening;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Sound;

/// <summary>A row of <c>track_sound</c>.</summary>
internal sealed record SoundRow
{
    /// <summary>What <see cref="ToSound"/> needs.</summary>
    public const string Columns =
        """
        track_id AS TrackId, mood_model AS MoodModel, listened_seconds AS ListenedSeconds, loudness_db AS LoudnessDb,
        loudness_spread_db AS LoudnessSpreadDb, centroid_hertz AS CentroidHertz, flux AS Flux, onsets_per_second AS OnsetsPerSecond,
        tempo_bpm AS TempoBpm, tempo_clarity AS TempoClarity, tonic AS Tonic, is_major AS IsMajor, majorness AS Majorness,
        key_clarity AS KeyClarity, chroma AS Chroma, descriptors AS Descriptors, codec AS Codec, container AS Container,
        sample_rate_hertz AS SampleRateHertz, channels AS Channels, bit_rate AS BitRate, start_padding AS StartPadding,
        size_bytes AS SizeBytes, loudness_range AS LoudnessRange, curve_step_seconds AS CurveStepSeconds, curve AS Curve
        """;

    /// <summary>Writes what was heard and the file's facts, and leaves what was measured.</summary>
    public const string Upsert =
        """
        INSERT INTO track_sound (track_id, listening, mood_model, listened_seconds, loudness_db, loudness_spread_db, centroid_hertz, flux,
            onsets_per_second, tempo_bpm, tempo_clarity, tonic, is_major, majorness, key_clarity, chroma, descriptors, codec, container,
            sample_rate_hertz, channels, bit_rate, start_padding, size_bytes)
        VALUES (@TrackId, @Listening, @MoodModel, @ListenedSeconds, @LoudnessDb, @LoudnessSpreadDb, @CentroidHertz, @Flux,
            @OnsetsPerSecond, @TempoBpm, @TempoClarity, @Tonic, @IsMajor, @Majorness, @KeyClarity, @Chroma, @Descriptors, @Codec, @Container,
            @SampleRateHertz, @Channels, @BitRate, @StartPadding, @SizeBytes)
        ON CONFLICT (track_id) DO UPDATE SET listening = excluded.listening, mood_model = excluded.mood_model,
            listened_seconds = excluded.listened_seconds, loudness_db = excluded.loudness_db, loudness_spread_db = excluded.loudness_spread_db,
            centroid_hertz = excluded.centroid_hertz, flux = excluded.flux, onsets_per_second = excluded.onsets_per_second,
            tempo_bpm = excluded.tempo_bpm, tempo_clarity = excluded.tempo_clarity, tonic = excluded.tonic, is_major = excluded.is_major,
            majorness = excluded.majorness, key_clarity = excluded.key_clarity, chroma = excluded.chroma, descriptors = excluded.descriptors,
            codec = excluded.codec, container = excluded.container, sample_rate_hertz = excluded.sample_rate_hertz,
            channels = excluded.channels, bit_rate = excluded.bit_rate, start_padding = excluded.start_padding, size_bytes = excluded.size_bytes
        """;

    public string TrackId { get; init; } = "";

    public string Listening { get; init; } = "";

    public string? MoodModel { get; init; }

    public double ListenedSeconds { get; init; }

    public double LoudnessDb { get; init; }

    public double LoudnessSpreadDb { get; init; }

    public double CentroidHertz { get; init; }

    public double Flux { get; init; }

    public double OnsetsPerSecond { get; init; }

    public double TempoBpm { get; init; }

    public double TempoClarity { get; init; }

    public long Tonic { get; init; }

    public long IsMajor { get; init; }

    public double Majorness { get; init; }

    public double KeyClarity { get; init; }

    public byte[] Chroma { get; init; } = [];

    public byte[] Descriptors { get; init; } = [];

    public string Codec { get; init; } = "";

    public string? Container { get; init; }

    public long SampleRateHertz { get; init; }

    public long Channels { get; init; }

    public long? BitRate { get; init; }

    public long StartPadding { get; init; }

    public long SizeBytes { get; init; }

    public double? LoudnessRange { get; init; }

    public double? CurveStepSeconds { get; init; }

    public byte[]? Curve { get; init; }

    public static SoundRow Of(string trackId, TrackSound sound)
    {
        var (features, facts) = (sound.Features, sound.Facts);
        return new()
        {
            TrackId = trackId,
            Listening = TrackListener.Version,
            MoodModel = sound.MoodModel,
            ListenedSeconds = features.ListenedSeconds,
            LoudnessDb = features.LoudnessDb,
            LoudnessSpreadDb = features.LoudnessSpreadDb,
            CentroidHertz = features.CentroidHertz,
            Flux = features.Flux,
            OnsetsPerSecond = features.OnsetsPerSecond,
            TempoBpm = features.TempoBpm,
            TempoClarity = features.TempoClarity,
            Tonic = features.Tonic,
            IsMajor = features.IsMajor ? 1 : 0,
            Majorness = features.Majorness,
            KeyClarity = features.KeyClarity,
            Chroma = Blobs.Of([.. features.Chroma.Select(c => (float)c)]),
            Descriptors = Blobs.Of([.. features.Descriptors]),
            Codec = facts.Codec,
            Container = facts.Container,
            SampleRateHertz = facts.SampleRateHertz,
            Channels = facts.Channels,
            BitRate = facts.BitRate,
            StartPadding = facts.StartPadding,
            SizeBytes = facts.SizeBytes,
        };
    }

    public TrackSound ToSound() => new(
        new()
        {
            ListenedSeconds = ListenedSeconds,
            LoudnessDb = LoudnessDb,
            LoudnessSpreadDb = LoudnessSpreadDb,
            CentroidHertz = CentroidHertz,
            Flux = Flux,
            OnsetsPerSecond = OnsetsPerSecond,
            TempoBpm = TempoBpm,
            TempoClarity = TempoClarity,
            Tonic = (int)Tonic,
            IsMajor = IsMajor != 0,
            Majorness = Majorness,
            KeyClarity = KeyClarity,
            Chroma = [.. Blobs.Floats(Chroma).Select(c => (double)c)],
            Descriptors = Blobs.Floats(Descriptors),
        },
        MoodModel,
        new(Codec, Container, (int)SampleRateHertz, (int)Channels, BitRate, (int)StartPadding, SizeBytes),
        Curve is null || CurveStepSeconds is not { } step ? null : new(LoudnessRange, step, Blobs.Floats(Curve)));
}
