using MoodDeck.Audio.Encoding;
using MoodDeck.Library.Scan;

namespace MoodDeck.Server.Tests.Support;

/// <summary>A server whose catalogue has two playable files of its own, one with a cover.</summary>
public sealed class MusicHost : DeckHost
{
    public const string Bright = "Bright Song", Plain = "Plain Song";

    /// <summary>Where the files are.</summary>
    public string MusicFolder => Folder.At("music");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(MusicFolder);
        await MakeAsync("bright.mp3", AudioEncoding.Mp3, new() { Title = Bright, Artist = "The Testers", Album = "Bench", TrackNumber = 7, Year = 2001, Genre = "pop", Language = "es", Mood = new(.7, .6, .3) }, Pictures.Jpeg(width: 300, height: 300));
        await MakeAsync("plain.flac", AudioEncoding.Flac, new() { Title = Plain, Artist = "Somebody Else", Language = "zxx", Mood = new(-.5, -.4, 0) }, null);
        var report = await Get<IFolderScanner>().ScanAsync(MusicFolder);
        Assert.Empty(report.Problems);
        Assert.Equal(2, report.Added);
    }

    /// <summary>The id of a track of this title.</summary>
    public async Task<string> IdOfAsync(string title)
    {
        var page = await JsonAsync("/api/v1/tracks?source=library&query=" + Uri.EscapeDataString(title));
        return page.GetProperty("tracks").EnumerateArray().Single().GetProperty("id").GetString()!;
    }

    private Task MakeAsync(string name, AudioEncoding encoding, AudioTags tags, byte[]? cover) => Songs.MakeAsync(Path.Combine(MusicFolder, name), encoding, tags, cover);
}

/// <summary>Small real audio files.</summary>
internal static class Songs
{
    private const int Rate = 22050;

    public static async Task MakeAsync(string path, AudioEncoding encoding, AudioTags tags, byte[]? cover)
    {
        var tone = new float[Rate * 2];
        // Each song its own: the same sound twice is one track.
        var hertz = 300 + (tags.Title.Sum(c => c) % 200);
        for (var i = 0; i < tone.Length; i++) tone[i] = 0.4f * MathF.Sin(hertz * MathF.Tau * i / Rate);
        var wav = path + ".wav.tmp";
        WavWriter.Write(wav, tone, tone, Rate);
        var made = await new AudioEncoder().EncodeAsync(wav, path, encoding, tags, cover is null ? (ReadOnlyMemory<byte>?)null : cover);
        Assert.True(made.IsOk, made.Failure?.ToString());
        File.Delete(wav);
    }
}
