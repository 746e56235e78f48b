namespace MoodDeck.Training.Data;

/// <summary>What part of a labelled picture is the face.</summary>
public enum FaceCropKind
{
    /// <summary>All of it; of a picture that is not square, the square in its middle.</summary>
    Whole,

    /// <summary>What MoodDeck's own detector takes for the largest face, cut out as the player cuts it.</summary>
    Find,
}
