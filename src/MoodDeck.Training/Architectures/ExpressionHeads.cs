using MoodDeck.Core.Mood;
using MoodDeck.Training.Layers;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Architectures;

/// <summary>The outputs an expression network may have, by name.</summary>
public static class ExpressionHeads
{
    /// <summary>The trunk's last numbers, what all heads read; the first output of every network.</summary>
    public const string Embedding = "embedding";

    /// <summary>Logits of the eight FER+ emotions.</summary>
    public const string FerPlus = "ferplus";

    /// <summary>Logits of FER2013's seven labels.</summary>
    public const string Fer2013 = "fer2013";

    /// <summary>Valence, arousal and dominance, each in -1 .. 1.</summary>
    public const string Vad = "vad";

    /// <summary>All heads that can be asked for, in the order they are named in.</summary>
    public static IReadOnlyList<string> Names { get; } = [FerPlus, Fer2013, Vad];

    /// <summary>Numbers of a head.</summary>
    /// <exception cref="ArgumentException">There is no such head.</exception>
    public static int Length(string head) => head switch
    {
        FerPlus => Emotions.Count,
        Fer2013 => ExpressionLabels.Fer2013.Count,
        Vad => 3,
        _ => throw new ArgumentException($"There is no head \"{head}\". Use {string.Join(", ", Names)}.", nameof(head)),
    };

    /// <summary>Ends a network: the output <see cref="Embedding"/>, dropout, and a linear layer for each head.</summary>
    internal static void Add(Network net, Node embedding, int inputs, IReadOnlyList<string> heads, float dropout, ulong dropoutSeed, ref ulong seed)
    {
        net.Output(Embedding, embedding);
        var x = net.Add("dropout", new Dropout(dropout, dropoutSeed), embedding);
        foreach (var head in heads)
        {
            var y = net.Add(head, new Linear(inputs, Length(head), seed++), x);
            net.Output(head, head == Vad ? net.Add($"{head}.tanh", new Tanh(), y) : y);
        }
    }
}
