using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class ContentIdTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly AudioProbe _probe = new();
    private readonly TrackListener _listener = new(new AudioDecoder(), new LinearTrackMoodModel());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    [InlineData("a.ogg")]
    [InlineData("a.opus")]
    [InlineData("a.m4a")]
    [InlineData("a.wav")]
    [InlineData("a.wma")]
    [InlineData("a.aiff")]
    [InlineData("a.wv")]
    [InlineData("a.mka")]
    public async Task ListenAsync_TaggedAnewAndMoved_KeepsTheContentId(string name)
    {
        var path = _folder.MakeFile(name, "-metadata", "title=Before");
        var tagged = _folder.PathOf("tagged-" + name);
        Sounds.Ffmpeg("-i", path, "-map", "0", "-c", "copy", "-metadata", "title=" + new string('x', 3000), "-metadata", "artist=Somebody", tagged);
        Directory.CreateDirectory(_folder.PathOf("elsewhere"));
        File.Move(tagged, _folder.PathOf("elsewhere/" + name));

        var before = await IdAsync(path);

        Assert.Matches("^[0-9a-f]{32}$", before);
        Assert.Equal(before, await IdAsync(_folder.PathOf("elsewhere/" + name)));
    }

    [Theory]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    [InlineData("a.m4a")]
    public async Task ListenAsync_CoverAdded_KeepsTheContentId(string name)
    {
        var path = _folder.MakeFile(name);
        Sounds.Ffmpeg("-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", _folder.PathOf("cover.jpg"));
        Sounds.Ffmpeg("-i", path, "-i", _folder.PathOf("cover.jpg"), "-map", "0:a", "-map", "1:v", "-c", "copy", "-disposition:v", "attached_pic", _folder.PathOf("covered-" + name));

        Assert.True((await _probe.ProbeAsync(_folder.PathOf("covered-" + name))).Value!.HasCover);
        Assert.Equal(await IdAsync(path), await IdAsync(_folder.PathOf("covered-" + name)));
    }

    [Fact]
    public async Task ListenAsync_Mp3ThatGetsOrLosesItsId3Tags_KeepsTheContentId()
    {
        var bare = _folder.MakeFile("bare.mp3", "-id3v2_version", "0", "-write_xing", "0");
        Sounds.Ffmpeg("-i", bare, "-c", "copy", "-write_xing", "0", "-write_id3v1", "1", "-metadata", "title=A", "-metadata", "comment=" + new string('y', 900), _folder.PathOf("tagged.mp3"));

        Assert.Equal(await IdAsync(bare), await IdAsync(_folder.PathOf("tagged.mp3")));
    }

    [Fact]
    public async Task ListenAsync_OtherPieceOtherEncodingOtherLength_HaveOtherContentIds()
    {
        string Make(string name, string tone, params string[] how)
        {
            Sounds.Ffmpeg(["-f", "lavfi", "-i", tone, .. how, _folder.PathOf(name)]);
            return _folder.PathOf(name);
        }

        string[] ids =
        [
            await IdAsync(Make("a.mp3", "sine=frequency=440:duration=80:sample_rate=44100")),
            await IdAsync(Make("piece.mp3", "sine=frequency=441:duration=80:sample_rate=44100")),
            await IdAsync(Make("rate.mp3", "sine=frequency=440:duration=80:sample_rate=44100", "-b:a", "192k")),
            await IdAsync(Make("format.flac", "sine=frequency=440:duration=80:sample_rate=44100")),
            await IdAsync(Make("longer.mp3", "sine=frequency=440:duration=90:sample_rate=44100")),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private async Task<string> IdAsync(string path) => (await _listener.ListenAsync(path, (await _probe.ProbeAsync(path)).Value!)).Value!.ContentId;
}
