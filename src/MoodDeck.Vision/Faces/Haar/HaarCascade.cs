namespace MoodDeck.Vision.Faces.Haar;

/// <summary>
/// A boosted cascade of Haar-like features (Viola and Jones 2001; tilted features by Lienhart and Maydt 2002): a window is a
/// hit when every stage's trees sum up to at least the stage's threshold.
/// </summary>
/// <param name="Width">Width of the window in pixels.</param>
/// <param name="Height">Height of the window in pixels.</param>
/// <param name="Stages">The stages, the cheapest first.</param>
/// <param name="Features">What the nodes of the trees measure.</param>
internal sealed record HaarCascade(int Width, int Height, HaarStage[] Stages, HaarFeature[] Features)
{
    /// <summary>Whether any feature needs tilted sums.</summary>
    public bool HasTilted { get; } = Features.Any(f => f.IsTilted);
}

/// <summary>Trees whose answers are summed.</summary>
/// <param name="Threshold">The sum from which a window goes on.</param>
/// <param name="Trees">The trees.</param>
internal sealed record HaarStage(float Threshold, HaarTree[] Trees);

/// <summary>A decision tree; its root is the first node.</summary>
/// <param name="Nodes">The nodes, each before its children.</param>
/// <param name="Leaves">The answers.</param>
internal sealed record HaarTree(HaarNode[] Nodes, float[] Leaves);

/// <summary>A question: is the feature below the threshold?</summary>
/// <param name="Left">Where to go if so: a node when positive, else the leaf of the negated number.</param>
/// <param name="Right">Where to go if not.</param>
/// <param name="Feature">Which feature.</param>
/// <param name="Threshold">In grey values' standard deviations times the window's area.</param>
internal readonly record struct HaarNode(int Left, int Right, int Feature, float Threshold);

/// <summary>A weighted sum over two or three rectangles.</summary>
/// <param name="IsTilted">Whether they are turned by 45 degrees.</param>
/// <param name="Parts">The rectangles.</param>
internal sealed record HaarFeature(bool IsTilted, HaarPart[] Parts);

/// <summary>
/// A rectangle in the window, with its top left corner at (X, Y); a tilted one has its top corner there, and Width runs down
/// to the right, Height down to the left.
/// </summary>
internal readonly record struct HaarPart(int X, int Y, int Width, int Height, float Weight);
