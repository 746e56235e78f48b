namespace MoodDeck.Training.Tracks;

/// <summary>How often the key that a MIDI file states is heard.</summary>
/// <param name="Stated">Files that state one key. Many state C major because whoever wrote them never said, and minor pieces their relative major.</param>
/// <param name="Right">Those in which tonic and mode were heard as stated.</param>
/// <param name="SameScale">Those in which that key or its relative one was heard.</param>
public sealed record TrackKeyFigures(int Stated, int Right, int SameScale)
{
    /// <summary>Counts them; null where no file states a key.</summary>
    public static TrackKeyFigures? Of(IReadOnlyList<HeardTrack> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var keys = tracks.Select(t => t.Key).OfType<(Audio.Midi.MusicalKey Stated, Audio.Midi.MusicalKey Heard)>().ToArray();
        return keys.Length == 0 ? null : new(keys.Length, keys.Count(k => k.Stated == k.Heard), keys.Count(k => k.Stated.SharesScaleWith(k.Heard)));
    }
}
