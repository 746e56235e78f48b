namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchChoiceTests : IDisposable
{
    private const string Kinds =
        """
        {"kinds":[{"name":"one","baseline":[0,0],"goal":[0,0],"pull":0,"width":0.35,"wMood":0.6,"wTaste":0.3,"wNovelty":0.1,"wFatigue":0.5,"drift":0.05,"sway":0.1},
                  {"name":"other","baseline":[-0.3,0],"goal":[0.5,0.3],"pull":0.6,"width":0.5,"wMood":0.5,"wTaste":0.4,"wNovelty":0.1,"wFatigue":0.4,"drift":0.05,"sway":0.1}]}
        """;

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task BenchChoice_KindsOfItsOwn_IsBetterThanPlayersWithoutMemoryAndTheSameAgain()
    {
        var file = _cli.Folder.Write("kinds.json", Kinds);
        string[] arguments = ["bench", "choice", "--listeners", file, "--songs", "60", "--listeners-per-kind", "3", "--json"];
        var first = await _cli.RunAsync(arguments);
        Assert.Equal(first.Out, (await _cli.RunAsync(arguments)).Out);
        foreach (var kind in first.Document.GetProperty("kinds").EnumerateObject())
        {
            double Of(string policy) => kind.Value.GetProperty(policy).GetProperty("satisfaction").GetDouble();
            Assert.All((string[])["random", "popularity", "folder", "nearest"], policy => Assert.True(Of("mooddeck") > Of(policy), $"{kind.Name}: {policy}"));
            Assert.True(Of("oracle") > Of("mooddeck"));
        }
    }

    [Theory]
    [InlineData("{}", "has no \"kinds\"")]
    [InlineData("[", "is no JSON file")]
    [InlineData("""{"kinds":[{"name":"a","baseline":[0],"goal":[0,0],"width":1}]}""", "'baseline' and 'goal' of a")]
    [InlineData("""{"kinds":[{"name":"a","baseline":[0,0],"goal":[0,0],"width":0}]}""", "'width' of a")]
    [InlineData("""{"kinds":[{"name":"a","baseline":[0,0],"goal":[0,0],"width":1,"pull":7}]}""", "'pull'")]
    public async Task BenchChoice_BadFile_IsNamed(string content, string says)
    {
        var result = await _cli.RunAsync("bench", "choice", "--listeners", _cli.Folder.Write("kinds.json", content));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }
}
