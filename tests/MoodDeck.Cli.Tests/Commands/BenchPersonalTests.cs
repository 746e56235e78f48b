using System.Globalization;
using System.Text;
using System.Text.Json;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>bench personal</c> on patterns that are no faces: what it prints, not how good it is.</summary>
public sealed class BenchPersonalTests : IDisposable
{
    private const int Rows = 40;
    private readonly CliProcess _cli = new();

    public static bool HasModel => File.Exists(new VisionOptions().EmotionModelPath);

    public void Dispose() => _cli.Dispose();

    [Fact(Skip = "needs the emotion model in models/", SkipUnless = nameof(HasModel))]
    public async Task BenchPersonal_SmallSet_PrintsSharesWithIntervals()
    {
        WriteSet();
        var result = await _cli.RunAsync("bench", "personal", "--data", "faces.csv", "--votes", "votes.csv", "--usage", "Training", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Rows, result.Document.GetProperty("samples").GetInt32());
        var one = result.Document.GetProperty("corrections")[0];
        Assert.Equal(1, one.GetProperty("corrections").GetInt32());
        var (general, personal) = (MeanOf(one, "general"), MeanOf(one, "personal"));
        Assert.True(personal > general, $"{personal} is not more than {general}");
        Assert.Equal(2, one.GetProperty("correctedRight").GetProperty("personal").GetProperty("ci95").GetArrayLength());
    }

    [Fact(Skip = "needs the emotion model in models/", SkipUnless = nameof(HasModel))]
    public async Task BenchPersonal_UnknownUsage_NamesThoseThereAre()
    {
        WriteSet();
        var result = await _cli.RunAsync("bench", "personal", "--data", "faces.csv", "--votes", "votes.csv");
        result.AssertOneLineError(2);
        Assert.Contains("There are: Training", result.Error, StringComparison.Ordinal);
    }

    private static double MeanOf(JsonElement figures, string which) => figures.GetProperty("correctedRight").GetProperty(which).GetProperty("mean").GetDouble();

    // Every pattern has a light of its own place; labels go by turns, so that whatever the model says, half of it is wrong.
    private void WriteSet()
    {
        StringBuilder faces = new("emotion,pixels,Usage\n"), votes = new("neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF,Usage,image\n");
        for (var row = 0; row < Rows; row++)
        {
            var pixels = Enumerable.Range(0, 48 * 48).Select(p => Math.Abs((p % 48) - row) + Math.Abs((p / 48) - (47 - row)) < 20 ? 220 : 40 + row);
            faces.Append("6,").AppendJoin(' ', pixels).Append(",Training\n");
            votes.Append(row % 2 == 0 ? "10,0,0,0,0" : "0,0,0,0,10").Append(CultureInfo.InvariantCulture, $",0,0,0,0,0,Training,fer{row:0000000}.png\n");
        }

        _cli.Folder.Write("faces.csv", faces.ToString());
        _cli.Folder.Write("votes.csv", votes.ToString());
    }
}
