using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Taste;

/// <summary>How a lesson lies in its table.</summary>
internal sealed record LessonRow
{
    /// <summary>The columns, by the names of the members here.</summary>
    public const string Columns =
        """
        wanted_valence AS WantedValence, wanted_arousal AS WantedArousal, wanted_valence_variance AS WantedValenceVariance,
        wanted_arousal_variance AS WantedArousalVariance, may_lean AS MayLean, track_valence AS TrackValence, track_arousal AS TrackArousal,
        track_valence_variance AS TrackValenceVariance, track_arousal_variance AS TrackArousalVariance, artist_key AS Artist, genre_key AS Genre,
        language AS Language, is_new_artist AS IsNewArtist, fatigue AS Fatigue, skipped AS Skipped, skipped_at AS SkippedAt, verdict AS Verdict,
        progress AS Progress
        """;

    /// <summary>Stores one.</summary>
    public const string Insert =
        """
        INSERT INTO taste_lessons (
            listener_id, wanted_valence, wanted_arousal, wanted_valence_variance, wanted_arousal_variance, may_lean, track_valence, track_arousal,
            track_valence_variance, track_arousal_variance, artist_key, genre_key, language, is_new_artist, fatigue, skipped, skipped_at, verdict, progress)
        VALUES (
            @ListenerId, @WantedValence, @WantedArousal, @WantedValenceVariance, @WantedArousalVariance, @MayLean, @TrackValence, @TrackArousal,
            @TrackValenceVariance, @TrackArousalVariance, @Artist, @Genre, @Language, @IsNewArtist, @Fatigue, @Skipped, @SkippedAt, @Verdict, @Progress)
        """;

    public string ListenerId { get; init; } = "";

    public double? WantedValence { get; init; }

    public double? WantedArousal { get; init; }

    public double? WantedValenceVariance { get; init; }

    public double? WantedArousalVariance { get; init; }

    public long MayLean { get; init; }

    public double TrackValence { get; init; }

    public double TrackArousal { get; init; }

    public double TrackValenceVariance { get; init; }

    public double TrackArousalVariance { get; init; }

    public string Artist { get; init; } = "";

    public string Genre { get; init; } = "";

    public string Language { get; init; } = "";

    public long IsNewArtist { get; init; }

    public double Fatigue { get; init; }

    public long? Skipped { get; init; }

    public double? SkippedAt { get; init; }

    public string Verdict { get; init; } = "none";

    public double? Progress { get; init; }

    /// <summary>The row of a lesson.</summary>
    public static LessonRow Of(string listenerId, Lesson lesson) => new()
    {
        ListenerId = listenerId,
        WantedValence = lesson.Wanted?.Valence, WantedArousal = lesson.Wanted?.Arousal,
        WantedValenceVariance = lesson.Wanted?.ValenceVariance, WantedArousalVariance = lesson.Wanted?.ArousalVariance,
        MayLean = lesson.MayLean ? 1 : 0,
        TrackValence = lesson.Track.Valence, TrackArousal = lesson.Track.Arousal,
        TrackValenceVariance = lesson.Track.ValenceVariance, TrackArousalVariance = lesson.Track.ArousalVariance,
        Artist = lesson.Artist, Genre = lesson.Genre, Language = lesson.Language,
        IsNewArtist = lesson.IsNewArtist ? 1 : 0, Fatigue = lesson.Fatigue,
        Skipped = lesson.Outcome.Skipped is { } skipped ? (skipped ? 1 : 0) : null, SkippedAt = lesson.Outcome.SkippedAt,
        Verdict = lesson.Outcome.Verdict.ToString().ToLowerInvariant(), Progress = lesson.Outcome.Progress,
    };

    /// <summary>The lesson of a row.</summary>
    public Lesson ToLesson() => new()
    {
        Wanted = WantedValence is { } v && WantedArousal is { } a ? new MoodPlace(v, a, WantedValenceVariance ?? 0, WantedArousalVariance ?? 0) : null,
        MayLean = MayLean != 0,
        Track = new(TrackValence, TrackArousal, TrackValenceVariance, TrackArousalVariance),
        Artist = Artist, Genre = Genre, Language = Language,
        IsNewArtist = IsNewArtist != 0, Fatigue = Fatigue,
        Outcome = new(Skipped is { } s ? s != 0 : null, SkippedAt, Enum.Parse<TrackVerdict>(Verdict, ignoreCase: true), Progress),
    };
}
