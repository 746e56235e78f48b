using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>What a <see cref="TrackIndex"/> takes in of one track.</summary>
public readonly record struct TrackEntry
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from.</summary>
    public required TrackSource Source { get; init; }

    /// <summary>The mood it expresses.</summary>
    public required TrackMood Mood { get; init; }

    /// <summary>Its title as <see cref="FoldedText.Fold"/> gives it.</summary>
    public required string TitleKey { get; init; }

    /// <summary>Its main artist, as written.</summary>
    public string? Artist { get; init; }

    /// <summary>The same as <see cref="FoldedText.FoldArtist"/> gives it; empty where there is none.</summary>
    public required string ArtistKey { get; init; }

    /// <summary>Its genre, as written.</summary>
    public string? Genre { get; init; }

    /// <summary>The same, folded; empty where there is none.</summary>
    public required string GenreKey { get; init; }

    /// <summary>ISO 639-1 code of the language sung.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it plays here.</summary>
    public bool IsPlayable { get; init; }

    /// <summary>Tempo, key and loudness.</summary>
    public TrackMix Mix { get; init; }

    /// <summary>The entry of a track.</summary>
    public static TrackEntry Of(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return new()
        {
            Id = track.Id,
            Source = track.Source,
            Mood = track.Mood,
            TitleKey = FoldedText.Fold(track.Title),
            Artist = track.Artist,
            ArtistKey = FoldedText.FoldArtist(track.Artist),
            Genre = track.Genre,
            GenreKey = FoldedText.Fold(track.Genre),
            Language = track.Language,
            IsPlayable = track.IsPlayable,
            Mix = track.Mix,
        };
    }
}
