namespace MoodDeck.Training.Robustness;

/// <summary>Changes one face for the worse.</summary>
/// <param name="face">Grey values 0..255, <c>[48, 48]</c>; changed in place.</param>
/// <param name="number">The face's number, so that faces differ and every run is alike.</param>
public delegate void FaceChange(Span<float> face, int number);

/// <summary>A way in which a face in use is worse than one in a data set.</summary>
/// <param name="Name">What it is called, such as <c>dark</c>.</param>
/// <param name="Summary">What is done, with its amounts.</param>
/// <param name="Apply">Does it.</param>
public sealed record FaceDistortion(string Name, string Summary, FaceChange Apply);
