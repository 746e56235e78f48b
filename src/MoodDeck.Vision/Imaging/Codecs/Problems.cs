namespace MoodDeck.Vision.Imaging.Codecs;

/// <summary>The sentences for pictures that cannot be read.</summary>
internal static class Problems
{
    public static ImageProblem Empty { get; } =
        new(ImageStatus.NotAnImage, "The file is empty. Give a JPEG, PNG or WebP file.");

    public static ImageProblem NotAnImage { get; } =
        new(ImageStatus.NotAnImage, "This is not an image that can be read. Give a JPEG, PNG or WebP file.");

    public static ImageProblem Broken(string format) =>
        new(ImageStatus.Truncated, $"The {format} breaks off or is damaged. Save or fetch it again.");

    public static ImageProblem Unsupported(string kind) =>
        new(ImageStatus.Unsupported, $"{kind} cannot be read. Save it as an ordinary JPEG, PNG or WebP.");

    public static ImageProblem LibraryMissing(IImageCodec codec) =>
        new(ImageStatus.LibraryMissing, $"{codec.Name} needs the system library of the package {codec.Package}. Type: sudo apt-get install {codec.Package}");
}
