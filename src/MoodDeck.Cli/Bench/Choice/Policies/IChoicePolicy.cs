using MoodDeck.Core.Mood;

namespace MoodDeck.Cli.Bench.Choice.Policies;

/// <summary>Something that chooses tracks for one listener, one after the other.</summary>
internal interface IChoicePolicy
{
    /// <summary>Takes a reading of the mood in.</summary>
    void See(Vad mood);

    /// <summary>The number of the next track.</summary>
    /// <param name="song">How many were chosen before.</param>
    int Choose(int song);

    /// <summary>Takes in what the listener did with it.</summary>
    void Learn(Heard heard);
}
