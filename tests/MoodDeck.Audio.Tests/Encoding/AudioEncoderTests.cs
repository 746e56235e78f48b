using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Mood;

namespace MoodDeck.Audio.Tests.Encoding;

public sealed class AudioEncoderTests : IDisposable
{
    private static readonly AudioTags s_tags = new()
    {
        Title = "Rain; on = the # pier", Artist = "A", Album = "B", TrackNumber = 3, Year = 2026, Genre = "folk", Language = "zxx", Comment = "c", Mood = new Vad(-.4, -.3, 0),
    };

    private readonly TempFolder _folder = new();
    private readonly AudioEncoder _encoder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(AudioEncoding.Mp3, "a.mp3")]
    [InlineData(AudioEncoding.Flac, "a.flac")]
    public async Task EncodeAsync_WithTagsAndCover_BothReadBack(AudioEncoding encoding, string name)
    {
        var cover = Cover();
        var path = (await _encoder.EncodeAsync(Wav(), _folder.PathOf(name), encoding, s_tags, cover)).Value!;

        var info = (await new AudioProbe().ProbeAsync(path)).Value!;
        var embedded = (await new CoverReader().ReadAsync(path)).Value!;

        Assert.Equal(s_tags.Title, info.Title);
        Assert.Equal(2026, info.Year);
        Assert.Equal("zxx", info.Language);
        Assert.Equal("c", info.Comment);
        Assert.Equal(s_tags.Mood, info.Mood?.Mean);
        Assert.True(info.HasCover);
        Assert.Equal("image/jpeg", embedded.MediaType);
        Assert.Equal(cover, embedded.Bytes.ToArray());
    }

    [Theory]
    [InlineData(AudioEncoding.Mp3)]
    [InlineData(AudioEncoding.Flac)]
    public async Task EncodeAsync_Twice_GivesTheSameBytes(AudioEncoding encoding)
    {
        var (wav, cover) = (Wav(), Cover());
        await _encoder.EncodeAsync(wav, _folder.PathOf("one"), encoding, s_tags, cover);
        await _encoder.EncodeAsync(wav, _folder.PathOf("two"), encoding, s_tags, cover);

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("one")), File.ReadAllBytes(_folder.PathOf("two")));
    }

    [Fact]
    public async Task EncodeAsync_NotASound_FailsAndLeavesNothing()
    {
        var result = await _encoder.EncodeAsync(_folder.Write("a.wav", "text"u8), _folder.PathOf("out.mp3"), AudioEncoding.Mp3, s_tags, Cover());

        Assert.Equal(AudioProblem.Failed, result.Failure?.Problem);
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(_folder.PathOf("x"))!), f => f.Contains("out.mp3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_NoCover_SaysSo() =>
        Assert.Equal(AudioProblem.NoCover, (await new CoverReader().ReadAsync(Wav())).Failure?.Problem);

    [Fact]
    public async Task ReadAsync_CoverOverTheLimit_IsLeftOut()
    {
        var path = (await _encoder.EncodeAsync(Wav(), _folder.PathOf("a.mp3"), AudioEncoding.Mp3, s_tags, Cover())).Value!;

        var result = await new CoverReader(new() { MaxCoverBytes = 100 }).ReadAsync(path);

        Assert.Equal(AudioProblem.Failed, result.Failure?.Problem);
    }

    private string Wav() => _folder.WriteWav("in.wav", Sounds.Sine(440, 1));

    private byte[] Cover()
    {
        var path = _folder.PathOf("cover.jpg");
        if (!File.Exists(path)) Sounds.Ffmpeg("-f", "lavfi", "-i", "testsrc=size=96x96", "-frames:v", "1", path);
        return File.ReadAllBytes(path);
    }
}
