using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Listeners;
using MoodDeck.Vision;
using MoodDeck.Vision.Personal;
using Spectre.Console;

namespace MoodDeck.Cli.Personal;

/// <summary>What <c>correct</c> does for one listener.</summary>
internal sealed class CorrectRun(IPersonalFaceStore store, Listener listener, bool json)
{
    /// <summary>Learns what a face shows.</summary>
    public async Task<int> CorrectAsync(VisionOptions models, string photo, int? number, Emotion label, CancellationToken cancellationToken)
    {
        using PersonalEyes eyes = new(models);
        var face = eyes.FaceOf(photo, number, $"Say which one with --face N; mooddeck analyze {photo} numbers them.").Prediction;
        var correction = FaceCorrection.Of(face, label)
            ?? throw new CliException($"the emotion model {eyes.Classifier.Name} has no output \"embedding\", so nothing can be learned from a correction. Use MoodDeck's own, or train one with: {VisionOptions.TrainEmotion}");
        var before = (await FaceAsync(cancellationToken)).Adjust(face, eyes.Classifier.Unsure);
        var stored = await store.AddCorrectionAsync(listener.Id, StoredFaces.Of(correction), cancellationToken) ?? throw Gone();
        var now = (await FaceAsync(cancellationToken)).Adjust(face, eyes.Classifier.Unsure);
        CorrectAnswer answer = new(listener.Id, photo, FaceWord.Of(before), FaceWord.Of(now), CorrectionAnswer.Of(stored, correction.ModelId));
        if (json) JsonOutput.Write(answer);
        else
        {
            Console.Out.WriteLine($"{photo}: read as {Text(answer.Before)} until now, as {Text(answer.Now)} from now on.");
            Console.Out.WriteLine($"Stored for {listener.Name}: {answer.Correction.Numbers} numbers, not the photo. Take it back with: mooddeck correct --undo");
        }

        return ExitCodes.Done;
    }

    /// <summary>Tells what is stored.</summary>
    public async Task<int> ListAsync(VisionOptions models, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(listener.Id, cancellationToken) ?? throw Gone();
        var model = ModelInUse.Of(models);
        CorrectionAnswer[] corrections = [.. stored.Corrections.Reverse().Select(c => CorrectionAnswer.Of(c, model))];
        if (json) JsonOutput.Write(new CorrectionsAnswer(listener.Id, corrections));
        else if (corrections.Length == 0) Console.Out.WriteLine($"Nothing is stored for {listener.Name}.");
        else
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("id", "shows", "was read as", "when", "numbers", "model");
            foreach (var c in corrections)
                table.AddRow(FormattableString.Invariant($"{c.Id}"), c.Label, c.Said, ModelInUse.When(c.At), FormattableString.Invariant($"{c.Numbers}"), ModelInUse.Text(c.Model, c.InUse));
            Terminal.Write(table);
        }

        return ExitCodes.Done;
    }

    /// <summary>Takes the newest back.</summary>
    public async Task<int> UndoAsync(VisionOptions models, CancellationToken cancellationToken)
    {
        var erased = await store.EraseCorrectionAsync(listener.Id, null, cancellationToken)
            ?? throw new CliException($"there is no correction of {listener.Name} to take back. mooddeck correct --list tells what is stored.");
        if (json) JsonOutput.Write(CorrectionAnswer.Of(erased, ModelInUse.Of(models)));
        else Console.Out.WriteLine($"Taken back: {Emotions.NameOf(erased.Face.Label)} of {ModelInUse.When(erased.At)}.");
        return ExitCodes.Done;
    }

    /// <summary>Erases all.</summary>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = await store.EraseCorrectionsAsync(listener.Id, cancellationToken);
        if (json) JsonOutput.Write(new ErasedAnswer(listener.Id, erased));
        else Console.Out.WriteLine($"Erased {erased} {(erased == 1 ? "correction" : "corrections")} of {listener.Name}.");
        return ExitCodes.Done;
    }

    private async Task<PersonalFace> FaceAsync(CancellationToken cancellationToken) =>
        StoredFaces.Learn(await store.FindAsync(listener.Id, cancellationToken) ?? throw Gone());

    private CliException Gone() => new($"the listener '{listener.Id}' was removed meanwhile. Choose another.");

    private static string Text(FaceWord word) => FormattableString.Invariant($"{word.Dominant} ({100 * word.Confidence:0}%)");
}
