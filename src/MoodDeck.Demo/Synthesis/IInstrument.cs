namespace MoodDeck.Demo.Synthesis;

/// <summary>Something that can be struck. One instance serves one thread.</summary>
internal interface IInstrument
{
    /// <summary>Adds one note to the sound; what would ring beyond the end is cut there.</summary>
    void Play(in Strike strike, StereoBuffer into);
}
