using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Transcoding;

namespace MoodDeck.Audio.Tests.Transcoding;

public sealed class BrowserAudioTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp3", "audio/mpeg")]
    [InlineData("a.flac", "audio/flac")]
    [InlineData("a.ogg", "audio/ogg")]
    [InlineData("a.opus", "audio/ogg")]
    [InlineData("aac.m4a", "audio/mp4", "-c:a", "aac")]
    [InlineData("a.aac", "audio/aac")]
    [InlineData("a.wav", "audio/wav")]
    [InlineData("a.webm", "audio/webm")]
    [InlineData("alac.m4a", null, "-c:a", "alac")]
    [InlineData("a.aiff", null)]
    [InlineData("a.wma", null)]
    [InlineData("a.wv", null)]
    [InlineData("a.tta", null)]
    [InlineData("a.mka", null)]
    [InlineData("deep.wav", null, "-c:a", "pcm_s32le")]
    [InlineData("speech.ogg", null, "-c:a", "libspeex", "-ar", "32000")]
    [InlineData("a.mp2", null)]
    public async Task MediaTypeOf_RealFile_GoesByItsCodec(string name, string? type, params string[] options)
    {
        var path = _folder.MakeFile(name, options);
        var info = (await new AudioProbe().ProbeAsync(path)).Value!;

        Assert.Equal(type, BrowserAudio.MediaTypeOf(path, info.Container, info.Codec));
        if (BrowserAudio.IsCertain(path)) Assert.NotNull(type);
    }
}
