using MoodDeck.Core.Mood;

namespace MoodDeck.Cli.Bench.Choice.Policies;

/// <summary>What players without a memory of their listener do: at most they go by the last reading.</summary>
internal abstract class ReadingPolicy : IChoicePolicy
{
    /// <summary>The last reading; neutral before the first.</summary>
    protected Vad Mood { get; private set; }

    public void See(Vad mood) => Mood = mood;

    public abstract int Choose(int song);

    public virtual void Learn(Heard heard) { }
}

/// <summary>Any track.</summary>
internal sealed class RandomPolicy(Noise noise) : ReadingPolicy
{
    public override int Choose(int song) => (int)(noise.Uniform(song, 0) * SimulatedCatalogue.Tracks);
}

/// <summary>What everybody hears: drawn by popularity.</summary>
internal sealed class PopularityPolicy(SimulatedCatalogue catalogue, Noise noise) : ReadingPolicy
{
    public override int Choose(int song) => catalogue.Popular(noise.Uniform(song, 0));
}

/// <summary>Any track of the happy, sad, angry or calm folder, whichever quadrant the reading lies in.</summary>
internal sealed class FolderPolicy(SimulatedCatalogue catalogue, Noise noise) : ReadingPolicy
{
    private readonly ILookup<(bool, bool), int> _folders = Enumerable.Range(0, SimulatedCatalogue.Tracks).ToLookup(i => Folder(catalogue.Seen[i]));

    public override int Choose(int song)
    {
        var folder = _folders[Folder(Mood)];
        return folder.ElementAt((int)(noise.Uniform(song, 0) * folder.Count()));
    }

    private static (bool Pleasant, bool Active) Folder(Vad mood) => (mood.Valence >= 0, mood.Arousal >= 0);
}

/// <summary>The track seen nearest to the reading, none of the last thirty.</summary>
internal sealed class NearestPolicy(SimulatedCatalogue catalogue) : ReadingPolicy
{
    private const int Rest = 30;
    private readonly Queue<int> _last = new();

    public override int Choose(int song) =>
        Enumerable.Range(0, SimulatedCatalogue.Tracks).Where(i => !_last.Contains(i)).MinBy(i => catalogue.Seen[i].DistanceTo(Mood));

    public override void Learn(Heard heard)
    {
        _last.Enqueue(heard.Track);
        if (_last.Count > Rest) _last.Dequeue();
    }
}

/// <summary>The track of the highest satisfaction, which no player can know: the ceiling.</summary>
internal sealed class OraclePolicy(SimulatedListener listener) : ReadingPolicy
{
    public override int Choose(int song) => Enumerable.Range(0, SimulatedCatalogue.Tracks).MaxBy(listener.Satisfaction);
}
