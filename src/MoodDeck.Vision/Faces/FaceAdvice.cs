namespace MoodDeck.Vision.Faces;

/// <summary>What somebody before the camera could do so that the face can be read.</summary>
public enum FaceAdvice
{
    /// <summary>Nothing: all is well.</summary>
    None,
    /// <summary>The face is too small.</summary>
    ComeCloser,
    /// <summary>The face lies in the dark.</summary>
    TooDark,
    /// <summary>The face is washed out by light.</summary>
    TooBright,
    /// <summary>One side of the face lies in the dark.</summary>
    LightFromOneSide,
    /// <summary>The face is blurred or moves fast.</summary>
    HoldStill,
}

/// <summary>The words for each advice; they are part of the contract and never change.</summary>
public static class FaceAdvices
{
    /// <summary>The advice as it stands in JSON, such as <c>come closer</c>; null for none.</summary>
    public static string? NameOf(FaceAdvice advice) => advice switch
    {
        FaceAdvice.None => null,
        FaceAdvice.ComeCloser => "come closer",
        FaceAdvice.TooDark => "too dark",
        FaceAdvice.TooBright => "too bright",
        FaceAdvice.LightFromOneSide => "light from one side",
        FaceAdvice.HoldStill => "hold still",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Expected one of the advices."),
    };

    /// <summary>One line on why; null for none.</summary>
    public static string? WhyOf(FaceAdvice advice) => advice switch
    {
        FaceAdvice.None => null,
        FaceAdvice.ComeCloser => "The face is too small in the picture to be read well.",
        FaceAdvice.TooDark => "The face is too dark to be read well.",
        FaceAdvice.TooBright => "The face is washed out by too much light.",
        FaceAdvice.LightFromOneSide => "One half of the face lies in the dark.",
        FaceAdvice.HoldStill => "The face is blurred.",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Expected one of the advices."),
    };
}
