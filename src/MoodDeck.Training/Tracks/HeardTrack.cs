using MoodDeck.Audio.Midi;

namespace MoodDeck.Training.Tracks;

/// <summary>A labelled piece as it sounds.</summary>
/// <param name="Label">What listeners said.</param>
/// <param name="Descriptors">What was heard, a row for each sound font a MIDI file was played with; one for audio.</param>
public sealed record HeardTrack(TrackLabel Label, IReadOnlyList<float[]> Descriptors)
{
    /// <summary>The key a MIDI file states and the one that was heard; null where it states none or several.</summary>
    public (MusicalKey Stated, MusicalKey Heard)? Key { get; init; }
}

/// <summary>Labelled pieces that could be heard, and why others could not.</summary>
public sealed record HeardTracks(IReadOnlyList<HeardTrack> Tracks, IReadOnlyList<string> Problems);
