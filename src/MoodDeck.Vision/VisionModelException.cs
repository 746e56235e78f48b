namespace MoodDeck.Vision;

/// <summary>A model is missing or is not one of ours. The message names the file, the reason and what to do.</summary>
public sealed class VisionModelException : Exception
{
    /// <summary>An unexplained failure.</summary>
    public VisionModelException() : base("A vision model cannot be used.") { }

    /// <summary>A failure with its explanation.</summary>
    public VisionModelException(string message) : base(message) { }

    /// <summary>A failure with its explanation and cause.</summary>
    public VisionModelException(string message, Exception innerException) : base(message, innerException) { }
}
