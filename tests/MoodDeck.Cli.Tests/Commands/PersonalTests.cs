using System.Text.Json;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>correct</c>, <c>neutral</c> and <c>analyze --listener</c> on a photo with one face.</summary>
public sealed class PersonalTests : IDisposable
{
    private static readonly string s_photo = Path.Combine(Repository.Root, "bench", "frame", "frame.jpg");
    private readonly CliProcess _cli = new();

    public static bool HasModels => File.Exists(new VisionOptions().FaceModelPath) && File.Exists(new VisionOptions().EmotionModelPath);

    public void Dispose() => _cli.Dispose();

    [Fact(Skip = "needs the models in models/", SkipUnless = nameof(HasModels))]
    public async Task Correct_Photo_ReadsItSoUntilTakenBack()
    {
        var corrected = await _cli.RunAsync("correct", s_photo, "--label", "disgust", "--json");
        Assert.Equal((0, ""), (corrected.ExitCode, corrected.Error));
        Assert.NotEqual("disgust", corrected.Document.GetProperty("before").GetProperty("dominant").GetString());
        Assert.Equal("disgust", corrected.Document.GetProperty("now").GetProperty("dominant").GetString());

        Assert.Equal("disgust", await DominantAsync("--listener", "default"));
        Assert.NotEqual("disgust", await DominantAsync());
        var list = await _cli.RunAsync("correct", "--list");
        Assert.Contains("disgust", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not in use", list.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await _cli.RunAsync("correct", "--undo")).ExitCode);
        Assert.NotEqual("disgust", await DominantAsync("--listener", "default"));
        (await _cli.RunAsync("correct", "--undo")).AssertOneLineError(1);
    }

    [Fact(Skip = "needs the models in models/", SkipUnless = nameof(HasModels))]
    public async Task Neutral_Photo_IsStoredUntilErased()
    {
        var before = await FaceAsync();
        var learned = await _cli.RunAsync("neutral", s_photo, s_photo, "--json");
        Assert.Equal(0, learned.ExitCode);
        // The photo shows a smile, from which only so much is taken.
        Assert.Contains("2 of 2 still read as happiness", learned.Error, StringComparison.Ordinal);
        var stored = learned.Document.GetProperty("neutral")[0];
        Assert.Equal((2, true), (stored.GetProperty("readings").GetInt32(), stored.GetProperty("inUse").GetBoolean()));
        var after = await FaceAsync("--listener", "default");
        Assert.True(NeutralOf(after) > NeutralOf(before));
        Assert.Contains("2 readings", (await _cli.RunAsync("neutral", "--show")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await _cli.RunAsync("neutral", "--erase", "--json")).Document.GetProperty("erased").GetInt32());
        Assert.Contains("Nothing is stored", (await _cli.RunAsync("neutral", "--show")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct")]
    [InlineData("correct", "photo.jpg")]
    [InlineData("correct", "photo.jpg", "--label", "grumpy")]
    [InlineData("correct", "photo.jpg", "--label", "anger", "--undo")]
    [InlineData("correct", "--list", "--erase")]
    [InlineData("neutral")]
    [InlineData("neutral", "photo.jpg", "--show")]
    public async Task Personal_WrongUsage_EndsWithTwoAndOneLine(params string[] arguments) => (await _cli.RunAsync(arguments)).AssertOneLineError(2);

    [Theory]
    [InlineData("there is no listener 'nobody'", "correct", "--list", "--listener", "nobody")]
    [InlineData("there is no listener 'nobody'", "analyze", "photo.jpg", "--listener", "nobody")]
    [InlineData("no such file", "correct", "missing.jpg", "--label", "anger")]
    [InlineData("no such file", "neutral", "missing.jpg")]
    public async Task Personal_WhatIsNotThere_EndsWithOneAndOneLine(string message, params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);
        result.AssertOneLineError(1);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static double NeutralOf(JsonElement face) => face.GetProperty("emotions").GetProperty("neutral").GetDouble();

    private async Task<string?> DominantAsync(params string[] options) => (await FaceAsync(options)).GetProperty("dominant").GetString();

    private async Task<JsonElement> FaceAsync(params string[] options) =>
        (await _cli.RunAsync(["analyze", s_photo, "--json", .. options])).Document.GetProperty("images")[0].GetProperty("faces")[0];
}
