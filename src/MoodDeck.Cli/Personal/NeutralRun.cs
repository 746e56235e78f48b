using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Listeners;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Personal;

/// <summary>What <c>neutral</c> does for one listener.</summary>
internal sealed class NeutralRun(IPersonalFaceStore store, Listener listener, bool json)
{
    /// <summary>Learns from photos of a face at rest, in place of what was stored with the same model.</summary>
    public async Task<int> LearnAsync(VisionOptions models, string[] photos, CancellationToken cancellationToken)
    {
        using PersonalEyes eyes = new(models);
        var readings = photos.Select(p => eyes.FaceOf(p, null, "Use photos that show the listener alone.").Prediction).ToList();
        var rest = RestingFace.Of(readings)!;
        if (!await store.StoreRestAsync(listener.Id, StoredFaces.Of(rest), cancellationToken)) throw new CliException($"the listener '{listener.Id}' was removed meanwhile. Choose another.");
        var stored = await ListAsync(rest.ModelId, cancellationToken);
        if (json) JsonOutput.Write(new NeutralsAnswer(listener.Id, stored));
        else Console.Out.WriteLine($"Stored for {listener.Name}: {stored[0].Numbers} numbers of {photos.Length} {(photos.Length == 1 ? "photo" : "photos")}, not the photos. Erase them with: mooddeck neutral --erase");
        TellUnlikely(rest, readings, eyes.Classifier.Unsure);
        return ExitCodes.Done;
    }

    // A neutral takes only so much from an expression: who smiles on a photo is not made to rest on it.
    private static void TellUnlikely(RestingFace rest, List<EmotionPrediction> readings, UnsureRule rule)
    {
        PersonalFace face = new([rest], []);
        var still = readings.Select(r => face.Adjust(r, rule).Scores.Top).Where(top => top != Emotion.Neutral).ToList();
        if (still.Count > 0)
            Console.Error.WriteLine($"{still.Count} of {readings.Count} still read as {string.Join(" and ", still.Distinct().Select(Emotions.NameOf))}. Was the face at rest? If not, give other photos.");
    }

    /// <summary>Tells what is stored.</summary>
    public async Task<int> ShowAsync(VisionOptions models, CancellationToken cancellationToken)
    {
        var stored = await ListAsync(ModelInUse.Of(models), cancellationToken);
        if (json) JsonOutput.Write(new NeutralsAnswer(listener.Id, stored));
        else if (stored.Count == 0) Console.Out.WriteLine($"Nothing is stored for {listener.Name}.");
        else foreach (var n in stored) Console.Out.WriteLine($"{n.Numbers} numbers of {n.Readings} {(n.Readings == 1 ? "reading" : "readings")}, {ModelInUse.When(n.At)}, model {ModelInUse.Text(n.Model, n.InUse)}");
        return ExitCodes.Done;
    }

    /// <summary>Erases it.</summary>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = await store.EraseRestAsync(listener.Id, cancellationToken);
        if (json) JsonOutput.Write(new ErasedAnswer(listener.Id, erased));
        else Console.Out.WriteLine(erased > 0 ? $"Erased how the face of {listener.Name} looks at rest." : $"Nothing was stored for {listener.Name}.");
        return ExitCodes.Done;
    }

    private async Task<IReadOnlyList<NeutralAnswer>> ListAsync(string? model, CancellationToken cancellationToken) =>
        await store.FindAsync(listener.Id, cancellationToken) is { } face ? [.. face.Rests.Reverse().Select(r => NeutralAnswer.Of(r, model))] : [];
}
