using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Personal;

/// <summary>Reads single faces of photos, to learn from them.</summary>
internal sealed class PersonalEyes : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly PhotoReader _reader;

    /// <summary>Eyes with these models.</summary>
    public PersonalEyes(VisionOptions options)
    {
        _services = new ServiceCollection().AddMoodDeckVision(options).BuildServiceProvider();
        _reader = ActivatorUtilities.CreateInstance<PhotoReader>(_services);
    }

    /// <summary>The model that reads expressions.</summary>
    /// <exception cref="VisionModelException">It is missing or unusable.</exception>
    public IEmotionClassifier Classifier => _services.GetRequiredService<VisionModels>().Emotions;

    /// <summary>The one face of a photo, or of several the one that is named.</summary>
    /// <param name="photo">A JPEG, PNG or WebP file.</param>
    /// <param name="number">Which face, from 1 as analyze counts them; null when it was not said.</param>
    /// <param name="severalHint">What to do where there are several and none is named.</param>
    /// <exception cref="CliException">The photo cannot be read, shows no face, or several of which none is named.</exception>
    public FaceReading FaceOf(string photo, int? number, string severalHint)
    {
        var (reading, problem) = _reader.Read(photo);
        if (reading is null) throw new CliException($"{photo}: {problem}");
        return reading.Faces.Count switch
        {
            0 => throw new CliException($"{photo}: no face was found in it. Take a photo that shows the face larger and in better light."),
            > 1 when number is null => throw new CliException($"{photo}: {reading.Faces.Count} faces were found in it. {severalHint}"),
            var count when number > count => throw new CliException($"{photo}: there is no face {number}, only {count}. mooddeck analyze {photo} numbers them."),
            _ => reading.Faces[(number ?? 1) - 1],
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
