using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Tests.Export;

/// <summary>Gives the batch norms and biases of a network values that no start has, so that none is mistaken for another.</summary>
internal static class RandomNorms
{
    public static void Fill(Network net, ulong seed = 21)
    {
        foreach (var (name, parameter) in net.Parameters)
        {
            var last = name[(name.LastIndexOf('.') + 1)..];
            if (last == "weight") continue;
            var values = parameter.Value.Span;
            Initialise.Normal(values, 0.3, seed++);
            if (last is not ("scale" or "running_variance")) continue;
            foreach (ref var v in values) v = MathF.Exp(v); // around 1, never 0 or less
        }
    }
}
