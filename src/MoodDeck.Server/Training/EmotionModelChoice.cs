using System.Text.Json;
using MoodDeck.Library;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Server.Training;

/// <summary>Which emotion model reads faces: MoodDeck's own, or one that was trained here and kept in the data folder.</summary>
public sealed class EmotionModelChoice
{
    private readonly Lock _lock = new();
    private readonly VisionModels _models;
    private readonly string _kept;
    // The file may vanish or appear behind our back; what reads faces does not change by that.
    private bool _readsKept;

    /// <summary>The choice in a data folder, for the models that were opened with these options.</summary>
    public EmotionModelChoice(DataFolder folder, VisionModels models, VisionOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        (_kept, _models) = (folder.KeptEmotionModelPath, models);
        _readsKept = options.EmotionModelPath == _kept;
    }

    // Not MODEL.onnx.json: that would be read as the model's metadata.
    private string OriginPath => Path.Combine(Path.GetDirectoryName(_kept)!, "emotion.kept.json");

    /// <summary>The model to read with: the kept one where there is one, else MoodDeck's own.</summary>
    /// <param name="keptModelPath">Where a kept one would lie, see <see cref="DataFolder.KeptEmotionModelPath"/>.</param>
    public static string In(string keptModelPath) => File.Exists(keptModelPath) ? keptModelPath : VisionOptions.OwnEmotionModelPath;

    /// <summary>Where the kept model came from; null while MoodDeck's own is in use.</summary>
    public KeptModel? Kept
    {
        get
        {
            if (!Volatile.Read(ref _readsKept)) return null;
            try
            {
                if (JsonSerializer.Deserialize<KeptModel>(File.ReadAllBytes(OriginPath), MoodDeckJson.Options) is { } origin) return origin;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                // A model without papers is a model all the same.
            }

            return new(null, "a model put there by hand", File.GetLastWriteTimeUtc(_kept));
        }
    }

    /// <summary>Why the kept model cannot be used, and the way out; null while it can, or there is none.</summary>
    public string? WhyKeptFails() => Volatile.Read(ref _readsKept) && _models.TryNameEmotions(out var problem) is null
        ? $"The kept model cannot be used: {problem} Go back to MoodDeck's own model in the settings, or keep another."
        : null;

    /// <summary>
    /// Copies a model into the data folder and reads with it from now on. A copy that cannot be used is not kept, and a
    /// copying that breaks off leaves the old choice.
    /// </summary>
    /// <exception cref="VisionModelException">It is no model that can be used; the message says why.</exception>
    /// <exception cref="IOException">It cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">The data folder may not be written to.</exception>
    public void Keep(string modelPath, KeptModel origin)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_kept)!);
            string copy = _kept + ".new", papers = OriginPath + ".new";
            try
            {
                File.Copy(modelPath, copy, overwrite: true);
                Prove(copy);
                File.WriteAllBytes(papers, JsonSerializer.SerializeToUtf8Bytes(origin, MoodDeckJson.Options));
                File.Move(copy, _kept, overwrite: true);
                File.Move(papers, OriginPath, overwrite: true);
            }
            finally
            {
                File.Delete(copy);
                File.Delete(papers);
            }

            _models.UseEmotions(_kept);
            Volatile.Write(ref _readsKept, true);
        }
    }

    /// <summary>Reads with MoodDeck's own model again; the kept one is removed.</summary>
    /// <exception cref="VisionModelException">MoodDeck's own cannot be used; the kept one stays.</exception>
    /// <exception cref="IOException">The kept one cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">The kept one may not be removed.</exception>
    public void GoBack()
    {
        lock (_lock)
        {
            if (_readsKept) _models.UseEmotions(VisionOptions.OwnEmotionModelPath);
            Volatile.Write(ref _readsKept, false);
            if (!Directory.Exists(Path.GetDirectoryName(_kept))) return;
            File.Delete(_kept);
            File.Delete(OriginPath);
        }
    }

    /// <summary>Opens a model and reads a blank face with it: a file can be whole and still not run.</summary>
    private static void Prove(string path)
    {
        using var classifier = EmotionClassifier.Open(path);
        classifier.Classify(new float[classifier.CropWidth * classifier.CropHeight]);
    }
}

/// <summary>A kept model.</summary>
/// <param name="TrainingId">The training it came from; null when that is not known.</param>
/// <param name="Name">What it was trained on, as it was called.</param>
/// <param name="KeptAt">Since when it is used.</param>
public sealed record KeptModel(string? TrainingId, string Name, DateTimeOffset KeptAt);
