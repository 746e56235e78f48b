using System.Diagnostics;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class ShowTests : IAsyncLifetime
{
    private readonly CliProcess _cli = new();

    private string Song => Path.Combine(_cli.Folder.Path, "music", "song.flac");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Song)!);
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=440:duration=5", "-metadata", "title=Kammerton", Song]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, (await _cli.RunAsync("library", "scan", Path.GetDirectoryName(Song)!, "--whole")).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        _cli.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Show_ByFileTitleAndId_TellsTheSame()
    {
        var sheet = (await _cli.RunAsync("library", "show", Song, "--json", "--spectrogram", "tone.png")).Document;
        Assert.Equal(("Kammerton", "listening", true), (
            sheet.GetProperty("track").GetProperty("title").GetString(), sheet.GetProperty("moodFrom").GetString(), sheet.GetProperty("loudness").GetProperty("wholeFile").GetBoolean()));
        Assert.Equal("flac", sheet.GetProperty("file").GetProperty("codec").GetString());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(Path.Combine(_cli.Folder.Path, "tone.png"), TestContext.Current.CancellationToken))[..4]);

        var id = sheet.GetProperty("track").GetProperty("id").GetString()!;
        Assert.Equal(sheet.ToString(), (await _cli.RunAsync("library", "show", id, "--json")).Document.ToString());
        var text = await _cli.RunAsync("library", "show", "kammerton");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains(" LUFS over all of it", text.Out, StringComparison.Ordinal);
        Assert.Contains("no clear beat", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_MineAndTakeBack_AreKeptAndForgotten()
    {
        var said = (await _cli.RunAsync("library", "show", Song, "--mine", "-0.5,0.25", "--json")).Document;
        Assert.Equal((-0.5, 0.25), (said.GetProperty("feeling").GetProperty("valence").GetDouble(), said.GetProperty("feeling").GetProperty("arousal").GetDouble()));
        var takenBack = (await _cli.RunAsync("library", "show", Song, "--take-back", "--json")).Document;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, takenBack.GetProperty("feeling").ValueKind);
    }

    [Fact]
    public async Task Show_WhatIsNotThere_SaysWhatToDo()
    {
        (await _cli.RunAsync("library", "show", "no such song at all")).AssertOneLineError(1);
        var file = _cli.Folder.Write("other.txt", "x");
        var outside = await _cli.RunAsync("library", "show", file);
        outside.AssertOneLineError(1);
        Assert.Contains("library scan", outside.Error, StringComparison.Ordinal);
        var many = await _cli.RunAsync("library", "show", "love");
        many.AssertOneLineError(1);
        Assert.Contains("Give the id of one.", many.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("library", "show", Song, "--mine", "7,0")).AssertOneLineError(2);
    }
}
