using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Personal;

/// <summary><c>correct</c>: "that's wrong".</summary>
internal static class CorrectCommand
{
    private const int MostFaces = 10_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string?> photo = new("PHOTO") { Arity = ArgumentArity.ZeroOrOne, Description = "A photo whose face was misread: JPEG, PNG or WebP." };
        var label = ValueParsers.Option("--label", "EXPRESSION", $"What the face shows: {string.Join(", ", Emotions.Names)}.", LabelOf);
        var face = ValueParsers.Option<int?>("--face", "N", "Which face of several, as analyze numbers them.", text => ValueParsers.WholeNumber("--face", 1, MostFaces)(text));
        Option<bool> list = new("--list") { Description = "Tell what is stored, newest first." };
        Option<bool> undo = new("--undo") { Description = "Take the newest correction back." };
        Option<bool> erase = new("--erase") { Description = "Erase all corrections." };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data("Data folder that keeps corrections (default: MOODDECK_DATA, else the user's data folder).");
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "correct", "Say what a misread face shows in truth. Numbers that describe the face are stored, the photo is not; readings of the listener learn from it at once.",
            "mooddeck correct me.jpg --label sadness", "mooddeck correct us.jpg --face 2 --label neutral", "mooddeck correct --list", "mooddeck correct --undo", "mooddeck correct --erase")
        {
            photo, label, face, list, undo, erase, listener, data, json, ModelOptions.Model, ModelOptions.Detector,
        };
        command.Validators.Add(result =>
        {
            var asked = ((bool[])[result.GetValue(photo) is not null, result.GetValue(list), result.GetValue(undo), result.GetValue(erase)]).Count(a => a);
            if (asked != 1) result.AddError("correct takes either a photo with --label, or one of --list, --undo and --erase");
            else if ((result.GetValue(photo) is null) != (result.GetResult(label) is null)) result.AddError("a photo and --label belong together, as in mooddeck correct me.jpg --label sadness");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            CorrectRun run = new(services.GetRequiredService<IPersonalFaceStore>(), who, parsed.GetValue(json));
            var models = ModelOptions.Of(parsed, parsed.GetValue(data));
            if (parsed.GetValue(list)) return await run.ListAsync(models, cancel);
            if (parsed.GetValue(undo)) return await run.UndoAsync(models, cancel);
            if (parsed.GetValue(erase)) return await run.EraseAsync(cancel);
            return await run.CorrectAsync(models, parsed.GetRequiredValue(photo)!, parsed.GetValue(face), parsed.GetValue(label), cancel);
        });
        return command;
    }

    private static Emotion LabelOf(string text) => ExpressionLabels.Parse(text)
        ?? throw new FormatException($"no expression is called '{text}'. There are: {string.Join(", ", Emotions.Names)}");
}
