using System.Text.Json;
using MoodDeck.Audio.Encoding;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Tests.Pairing;

namespace MoodDeck.Server.Tests.Folders;

public sealed class FolderTests : IAsyncLifetime
{
    private const string Folders = "/api/v1/library/folders", Scan = "/api/v1/library/scan";
    private readonly DeckHost _host = new();

    private string Music => _host.Folder.At("music");

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        Directory.CreateDirectory(Music);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Post_FolderOfMusic_IsScannedListedAndPlays()
    {
        await SongAsync("one.mp3", "One");
        await SongAsync("two.mp3", "Two");
        await File.WriteAllTextAsync(Path.Combine(Music, "torn.mp3"), "no music");
        Assert.Equal("idle", (await _host.JsonAsync(Scan)).GetProperty("state").GetString());

        using var started = await AddAsync(Music + "/");
        Assert.Equal((HttpStatusCode.Accepted, Scan), (started.StatusCode, started.Headers.Location?.ToString()));
        var end = await EndAsync();
        Assert.Equal(("ready", 3, 3, 2, 1), (end.GetProperty("state").GetString(), Int(end, "done"), Int(end, "total"), Int(end, "added"), Int(end, "skipped")));
        Assert.Equal("torn.mp3", end.GetProperty("problems")[0].GetProperty("file").GetString());

        var folder = Assert.Single((await _host.JsonAsync(Folders)).EnumerateArray());
        Assert.Equal((Music, true, 2, 1), (folder.GetProperty("path").GetString(), folder.GetProperty("present").GetBoolean(), Int(folder, "tracks"), Int(folder, "skipped")));
        Assert.Equal(2, Int((await _host.JsonAsync("/api/v1/status")).GetProperty("tracks"), "playable"));
    }

    [Fact]
    public async Task PostScan_RememberedFolders_SeesWhatCameAndWent()
    {
        await SongAsync("one.mp3", "One");
        (await AddAsync(Music)).Dispose();
        await EndAsync();
        File.Delete(Path.Combine(Music, "one.mp3"));
        await SongAsync("two.mp3", "Two");
        using var again = await _host.Client.PostAsync(Scan, null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        var end = await EndAsync();
        Assert.Equal((1, 1), (Int(end, "added"), Int(end, "removed")));
    }

    [Fact]
    public async Task PostScan_FolderGone_SaysSoAndKeepsTheRest()
    {
        await SongAsync("one.mp3", "One");
        var other = Directory.CreateDirectory(_host.Folder.At("other")).FullName;
        foreach (var folder in (string[])[Music, other])
        {
            (await AddAsync(folder)).Dispose();
            await EndAsync();
        }

        Directory.Delete(other);
        (await _host.Client.PostAsync(Scan, null)).Dispose();
        var end = await EndAsync();
        Assert.Equal("ready", end.GetProperty("state").GetString());
        Assert.Contains("There is no folder", Assert.Single(end.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal([true, false], (await _host.JsonAsync(Folders)).EnumerateArray().Select(f => f.GetProperty("present").GetBoolean()));
    }

    [Fact]
    public async Task PostScan_NothingRemembered_IsRefused()
    {
        using var answer = await _host.Client.PostAsync(Scan, null);
        await answer.ProblemAsync(ProblemKind.UnknownFolder);
    }

    [Fact]
    public async Task Post_EmptyFolder_FindsNothingAndIsRemembered()
    {
        (await AddAsync(Music)).Dispose();
        Assert.Equal(("ready", 0), ((await EndAsync()).GetProperty("state").GetString(), Int(await _host.JsonAsync(Scan), "total")));
        Assert.Single((await _host.JsonAsync(Folders)).EnumerateArray());
    }

    [Fact]
    public async Task Post_WhatCannotBeScanned_IsRefusedWithTheReason()
    {
        var file = _host.Folder.Write("a.mp3", "x");
        Directory.CreateSymbolicLink(_host.Folder.At("loop"), _host.Folder.At("loop"));
        Directory.CreateSymbolicLink(_host.Folder.At("own"), _host.DataFolder);
        Directory.CreateDirectory(Path.Combine(_host.DataFolder, "demo"));
        foreach (var (path, reason) in new (string?, string)[]
        {
            (null, "is missing"), ("  ", "is missing"), ("Music", "not an absolute path"), ("../Music", "not an absolute path"),
            (_host.Folder.At("none"), "There is no folder"), (_host.Folder.At("loop"), "leads back to itself"), (file, "is a file"),
            (_host.DataFolder, "keeps its own files"), (Path.Combine(_host.DataFolder, "demo", ".."), "keeps its own files"), (_host.Folder.At("own"), "keeps its own files"),
            (_host.Folder.At("own", "demo"), "keeps its own files"),
            ("/a\0b", "no path can hold"),
        })
        {
            using var answer = await AddAsync(path);
            Assert.Contains(reason, await answer.ProblemAsync(ProblemKind.BadFolder), StringComparison.Ordinal);
        }

        Assert.Empty((await _host.JsonAsync(Folders)).EnumerateArray());
    }

    [Fact]
    public async Task Post_FolderWithoutRights_IsRefused()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("the superuser may read everything");
            return;
        }

        File.SetUnixFileMode(Music, UnixFileMode.None);
        using var answer = await AddAsync(Music);
        File.SetUnixFileMode(Music, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("cannot be read", await answer.ProblemAsync(ProblemKind.BadFolder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_Folder_TakesItsTracksOut()
    {
        await SongAsync("one.mp3", "One");
        (await AddAsync(Music)).Dispose();
        await EndAsync();
        using var removed = await _host.Client.DeleteAsync($"{Folders}?path={Uri.EscapeDataString(Music)}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(0, Int((await _host.JsonAsync("/api/v1/status")).GetProperty("tracks"), "playable"));
        using var again = await _host.Client.DeleteAsync($"{Folders}?path={Uri.EscapeDataString(Music)}");
        await again.ProblemAsync(ProblemKind.UnknownFolder);
    }

    [Fact]
    public async Task Places_Folder_ListsFoldersOnly()
    {
        _host.Folder.Write("music/Bach/1.flac", "");
        _host.Folder.Write("music/adele/1.flac", "");
        _host.Folder.Write("music/.hidden/1.flac", "");
        _host.Folder.Write("music/song.mp3", "");
        _host.Folder.Write("music/notes.txt", "");
        var places = await _host.JsonAsync("/api/v1/library/places?path=" + Uri.EscapeDataString(Music));
        Assert.Equal(["adele", "Bach"], places.GetProperty("folders").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Equal((Path.GetDirectoryName(Music), 1, false), (places.GetProperty("parent").GetString(), Int(places, "audioFiles"), places.GetProperty("more").GetBoolean()));
        Assert.True(Directory.Exists((await _host.JsonAsync("/api/v1/library/places")).GetProperty("path").GetString()));
        Assert.Equal(JsonValueKind.Null, (await _host.JsonAsync("/api/v1/library/places?path=/")).GetProperty("parent").ValueKind);
        using var bad = await _host.Client.GetAsync("/api/v1/library/places?path=nowhere");
        await bad.ProblemAsync(ProblemKind.BadFolder);
    }

    [Fact]
    public async Task Everything_FromADevice_IsRefused()
    {
        await using var house = await LanHost.StartAsync();
        using var phone = await house.PairedAsync();
        foreach (var address in (string[])[Folders, Scan, "/api/v1/library/places"])
        {
            using var answer = await phone.Client.GetAsync(address);
            await answer.ProblemAsync(ProblemKind.NotHere);
        }

        using var added = await phone.Client.PostAsJsonAsync(Folders, new { path = "/" });
        await added.ProblemAsync(ProblemKind.NotHere);
        using var started = await phone.Client.PostAsync(Scan, null);
        await started.ProblemAsync(ProblemKind.NotHere);
    }

    private Task SongAsync(string name, string title) => Songs.MakeAsync(Path.Combine(Music, name), AudioEncoding.Mp3, new() { Title = title, Mood = new(.1, 0, 0) }, null);

    private Task<HttpResponseMessage> AddAsync(string? path) => _host.Client.PostAsJsonAsync(Folders, new { path });

    private async Task<JsonElement> EndAsync()
    {
        while (true)
        {
            var state = await _host.JsonAsync(Scan);
            if (state.GetProperty("state").GetString() != "running") return state;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
