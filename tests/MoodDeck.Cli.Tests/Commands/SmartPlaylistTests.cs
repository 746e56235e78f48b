namespace MoodDeck.Cli.Tests.Commands;

public sealed class SmartPlaylistTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Smart_MadeEditedSavedAndDeleted_SaysWhatItHolds()
    {
        var made = await _cli.RunAsync("playlists", "smart", "create", "Evening", "--mood", "calm", "--language", "Spanish", "--json");
        var id = made.Document.GetProperty("id").GetRawText();
        Assert.Equal("es", made.Document.GetProperty("rules").GetProperty("languages")[0].GetString());
        var calm = made.Document.GetProperty("matching").GetInt32();

        var edited = await _cli.RunAsync("playlists", "smart", "edit", id, "--clear", "language", "--radius", "0.5", "--name", "Night");
        Assert.StartsWith($"{id}: Night, calm ± 0.5", edited.Out, StringComparison.Ordinal);
        var shown = await _cli.RunAsync("playlists", "smart", "show", id, "--show", "3", "--json");
        Assert.True(shown.Document.GetProperty("matching").GetInt32() > calm);
        Assert.Equal(3, shown.Document.GetProperty("tracks").GetArrayLength());

        Assert.Equal(0, (await _cli.RunAsync("playlists", "smart", "save", id, "--name", "Kept")).ExitCode);
        Assert.Contains("Kept, 100 tracks", (await _cli.RunAsync("playlists", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(101, (await _cli.RunAsync("playlists", "smart", "export", id, "--format", "csv")).Out.TrimEnd().Split('\n').Length);
        Assert.Contains("Night is gone", (await _cli.RunAsync("playlists", "smart", "delete", id)).Out, StringComparison.Ordinal);
        Assert.Contains("no smart playlists", (await _cli.RunAsync("playlists", "smart", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Smart_WhatMeansNothing_IsSaidInOneLine()
    {
        var unfit = await _cli.RunAsync("playlists", "smart", "create", "X", "--order", "nearest");
        Assert.Equal((2, "error: The order 'nearest' needs a 'mood' to be near to."), (unfit.ExitCode, unfit.Error.Trim()));
        var unknown = await _cli.RunAsync("playlists", "smart", "show", "77");
        Assert.Equal((1, "error: Me has no smart playlist 77. See: ./mooddeck playlists smart list"), (unknown.ExitCode, unknown.Error.Trim()));
    }

    public void Dispose() => _cli.Dispose();
}
