namespace MoodDeck.Recommend.Taste;

/// <summary>Makes lessons of what listeners do with tracks.</summary>
public static class LessonMaker
{
    /// <summary>The lesson of a track; null when the index does not have it.</summary>
    /// <param name="index">The tracks it was chosen from.</param>
    /// <param name="trackId">The track.</param>
    /// <param name="chosen">What it was chosen for; null when somebody picked it, or only spoke of it.</param>
    /// <param name="before">What the listener had heard before it.</param>
    /// <param name="outcome">What they did with it.</param>
    public static Lesson? Of(TrackIndex index, string trackId, ChosenFor? chosen, PlayMemory before, TrackOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(before);
        if (index.RowsOf([trackId]).Select(row => (int?)row).FirstOrDefault() is not { } row) return null;
        var artist = index.Artists.KeyOf(index.Artists[row]);
        return new()
        {
            Wanted = chosen is { } c ? MoodPlace.Of(c.Wanted).Rounded() : null,
            MayLean = chosen is { MayLean: true },
            Track = index.ArtistMoods.PlaceOf(index, row).Rounded(),
            Artist = artist,
            Genre = index.Genres.KeyOf(index.Genres[row]),
            Language = index.Languages.KeyOf(index.Languages[row]),
            IsNewArtist = outcome.Skipped is not null && artist.Length > 0 && !before.HeardArtists.Contains(artist),
            Fatigue = outcome.Skipped is null ? 0 : before.FatigueOf(trackId, artist),
            Outcome = outcome,
        };
    }
}
