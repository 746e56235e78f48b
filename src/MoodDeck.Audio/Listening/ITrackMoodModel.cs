using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Listening;

/// <summary>Maps what was heard in a track to the mood it expresses.</summary>
public interface ITrackMoodModel
{
    /// <summary>Name of the model, as the machine's status shows it.</summary>
    string Name { get; }

    /// <summary>The mood, with an honest spread. Never throws; features of silence give a wide, neutral mood.</summary>
    TrackMood MoodOf(TrackFeatures features);
}
