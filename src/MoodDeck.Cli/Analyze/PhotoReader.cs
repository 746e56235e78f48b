using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Personal;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Analyze;

/// <summary>Reads photos one by one; a bad one is answered with its error and does not stop the others.</summary>
/// <param name="analyzer">Reads them.</param>
/// <param name="models">What it reads with.</param>
/// <param name="time">Dates moods.</param>
/// <param name="face">Whose face the largest one of each photo is; null for nobody's.</param>
internal sealed class PhotoReader(PhotoAnalyzer analyzer, VisionModels models, TimeProvider time, PersonalFace? face = null)
{
    /// <summary>Reads every file, and draws its faces where <paramref name="annotations"/> says.</summary>
    public AnalyzeAnswer Read(IReadOnlyList<string> paths, Annotations? annotations)
    {
        List<ImageAnswer> images = new(paths.Count);
        foreach (var path in paths)
        {
            var (reading, problem) = Read(path);
            images.Add(reading is not null ? ImageAnswer.Of(path, reading) : ImageAnswer.Failed(path, problem!));
            if (reading is not null) annotations?.Write(path, reading.Faces);
        }

        return new(images);
    }

    /// <summary>Reads one file: a reading, or a sentence on what is wrong with the file.</summary>
    public (PhotoReading? Reading, string? Problem) Read(string path)
    {
        if (Directory.Exists(path)) return (null, "This is a folder. Name the photos in it.");
        if (!File.Exists(path)) return (null, "There is no such file. Check the path.");
        try
        {
            var result = analyzer.AnalyzeFile(path);
            return (result.IsOk && face is not null ? face.Adjust(result.Value, models.Emotions.Unsure, time.GetUtcNow()) : result.Value, result.Problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"It cannot be read: {e.Message.TrimEnd('.')}. Check its permissions.");
        }
    }
}
