using MoodDeck.Audio.Encoding;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>train track</c> and <c>evaluate track</c> on small pieces that are made here.</summary>
public sealed class TrackMoodTests : IDisposable
{
    private const int Rate = 22050, Pieces = 16;
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task TrainThenEvaluate_LivelyAndCalmPieces_TellsThemApart()
    {
        var labels = Compose();
        var trained = (await _cli.RunAsync("train", "track", "--data", "music", "--labels", labels, "--folds", "2", "--out", "own.onnx", "--json")).Document;
        Assert.True(trained.GetProperty("fileBytes").GetInt32() > 1000);
        var json = (await _cli.RunAsync("evaluate", "track", "--data", "music", "--labels", labels, "--model", "own.onnx", "--json")).Document;
        Assert.Equal((Pieces, 1), (json.GetProperty("samples").GetInt32(), json.GetProperty("skipped").GetInt32()));
        Assert.True(json.GetProperty("pearson").GetProperty("arousal").GetDouble() > 0.8);
        Assert.True(json.GetProperty("accuracy").GetDouble() > 0.9);

        var text = await _cli.RunAsync("evaluate", "track", "--data", "music", "--labels", labels, "--model", "own.onnx");
        Assert.Matches("own-[0-9a-f]{8}: 16 pieces, Pearson's r of valence", text.Out);
        Assert.Contains("skipped missing.wav: not in music", text.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_WhatCannotBeUsed_SaysWhatToDo()
    {
        Compose();
        await File.WriteAllTextAsync(Path.Combine(_cli.Folder.Path, "other.csv"), "file,valence\nnothing.wav,1\n", TestContext.Current.CancellationToken);
        await RefusedAsync(1, "holds none of the 1 labelled files", "evaluate", "track", "--data", "music", "--labels", "other.csv");
        await RefusedAsync(1, "does not exist", "evaluate", "track", "--data", "music", "--labels", "no.csv");
        await RefusedAsync(1, "There is no model file", "evaluate", "track", "--data", "music", "--labels", "other.csv", "--model", "no.onnx");
        await RefusedAsync(2, "2 --data, but 1 --labels", "train", "track", "--data", "music", "--data", "music", "--labels", "other.csv");
    }

    private async Task RefusedAsync(int exitCode, string reason, params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);
        result.AssertOneLineError(exitCode);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    // Quick strokes high up in major, against long low notes in minor; six seconds each.
    private string Compose()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "music"));
        List<string> rows = ["file,set,group,quadrant,valence,arousal", "missing.wav,S,none,1,1,1"];
        for (var i = 0; i < Pieces; i++)
        {
            var lively = i % 2 == 0;
            var chord = lively ? (double[])[523.25, 659.25, 783.99] : [130.81, 155.56, 196.00];
            var tone = new float[Rate * 6];
            for (var k = 0; k < tone.Length; k++)
            {
                var beat = (double)k / Rate % (lively ? 0.25 : 2);
                tone[k] = (float)((0.1 + (0.02 * i / 2)) * Math.Exp(-(lively ? 9 : 1) * beat) * chord.Sum(h => Math.Sin(Math.Tau * (h + i) * k / Rate)));
            }

            WavWriter.Write(Path.Combine(folder.FullName, $"{i}.wav"), tone, tone, Rate);
            rows.Add($"{i}.wav,S,song{i},{(lively ? "1,1,1" : "3,-1,-1")}");
        }

        File.WriteAllLines(Path.Combine(_cli.Folder.Path, "labels.csv"), rows);
        return "labels.csv";
    }
}
