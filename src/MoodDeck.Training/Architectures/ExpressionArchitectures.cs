using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Architectures;

/// <summary>What is known of an architecture beside its layers.</summary>
/// <param name="Name">Its name on the command line and in a model's metadata.</param>
/// <param name="Summary">What it is, in a sentence.</param>
/// <param name="DefaultWidth">Channels of its first convolution where none are asked for.</param>
/// <param name="DefaultDropout">Share of the trunk's output set to zero where none is asked for.</param>
/// <param name="MinimumSidePixels">The smallest picture it can read.</param>
public sealed record ExpressionArchitecture(string Name, string Summary, int DefaultWidth, float DefaultDropout, int MinimumSidePixels);

/// <summary>
/// The networks that can be trained on faces, by name. Each has the output <c>embedding</c> first and then the heads asked for,
/// in their order.
/// </summary>
public static class ExpressionArchitectures
{
    private delegate Network Builder(ArchitectureOptions options, int width, float dropout);

    private static readonly (ExpressionArchitecture About, Builder Build)[] Known =
    [
        (PlainCnn.About, PlainCnn.Build),
        (DeepCnn.About, DeepCnn.Build),
        (ResNet18.About, ResNet18.Build),
        (Vgg19.About, Vgg19.Build),
        (MoodNet.About, MoodNet.Build),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExpressionArchitecture> All { get; } = [.. Known.Select(k => k.About)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.About.Name)];

    /// <summary>What is known of one.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message lists them.</exception>
    public static ExpressionArchitecture Describe(string name) => Find(name).About;

    /// <summary>Builds one with random weights.</summary>
    /// <exception cref="ArgumentException">There is none of this name, or an option is out of range.</exception>
    public static Network Create(string name, ArchitectureOptions? options = null)
    {
        var (about, build) = Find(name);
        options ??= new();
        options.Validate();
        if (options.Side < about.MinimumSidePixels)
            throw new ArgumentException($"Pictures of {options.Side} pixels are too small for {name}; expected {about.MinimumSidePixels} or more.", nameof(options));
        return build(options, options.Width ?? about.DefaultWidth, options.Dropout ?? about.DefaultDropout);
    }

    private static (ExpressionArchitecture About, Builder Build) Find(string name)
    {
        foreach (var known in Known)
        {
            if (known.About.Name == name) return known;
        }

        throw new ArgumentException($"There is no architecture \"{name}\". Use {string.Join(", ", Names)}.", nameof(name));
    }
}
