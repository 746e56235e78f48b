using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Tagging;
using MoodDeck.Core.Mood;
using TextEncoding = System.Text.Encoding;

namespace MoodDeck.Audio.Tests.Tagging;

public sealed class MoodTagWriterTests : IDisposable
{
    private const string Model = "a model";
    private static readonly Vad s_mood = new(-.25, .5, .125);
    private static readonly string[] s_tags = ["-metadata", "title=Señora", "-metadata", "artist=Ana", "-metadata", "date=1987", "-metadata", "lyrics=la la", "-metadata", "OWN=mine"];

    private readonly TempFolder _folder = new();
    private readonly AudioProbe _probe = new();
    private readonly MoodTagWriter _writer = new(new());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp3", "-id3v2_version", "3")]
    [InlineData("b.mp3", "-id3v2_version", "4")]
    [InlineData("none.mp3", "-id3v2_version", "0")]
    [InlineData("a.flac")]
    [InlineData("a.ogg")]
    [InlineData("a.opus")]
    public async Task WriteAsync_FormatWithFreeTags_HoldsTheMoodAndAllItHeld(string name, params string[] options)
    {
        var path = _folder.MakeFile(name, [.. s_tags, .. options]);
        var before = (await _probe.ProbeAsync(path)).Value!;
        var sound = await SoundAsync(path);

        Assert.Equal(new(MoodTagOutcome.Written), await _writer.WriteAsync(path, s_mood, Model));

        var after = (await _probe.ProbeAsync(path)).Value!;
        Assert.Equal(new HeardMood(s_mood, Model), after.Heard);
        Assert.Null(after.Mood);
        // Where only the size of the file tells the bit rate, its tags count too.
        Assert.Equal(before with { Heard = after.Heard, BitRate = after.BitRate }, after);
        Assert.Equal(sound, await SoundAsync(path));
        Assert.Equal(new(MoodTagOutcome.Unchanged), await _writer.WriteAsync(path, s_mood, Model));
        Assert.Equal(new(MoodTagOutcome.Written), await _writer.WriteAsync(path, new(.75, 0, 0), "a better model"));
        Assert.Equal(new HeardMood(new(.75, 0, 0), "a better model"), (await _probe.ProbeAsync(path)).Value!.Heard);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.aiff", "-write_id3v2", "1")]
    [InlineData("a.m4a")]
    [InlineData("a.wma")]
    [InlineData("a.wv")]
    public async Task WriteAsync_OtherFormat_IsToldAndLeftAlone(string name, params string[] options)
    {
        var path = _folder.MakeFile(name, options);
        var bytes = File.ReadAllBytes(path);

        var result = await _writer.WriteAsync(path, s_mood, Model);

        Assert.Equal(MoodTagOutcome.Unsupported, result.Outcome);
        Assert.Contains("MP3", result.Reason, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    public async Task WriteAsync_Cover_Survives(string name)
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "testsrc=size=200x200", "-frames:v", "1", _folder.PathOf("cover.png"));
        var path = _folder.PathOf(name);
        Sounds.Ffmpeg("-f", "lavfi", "-i", "sine=duration=2", "-i", _folder.PathOf("cover.png"), "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic", path);

        Assert.Equal(MoodTagOutcome.Written, (await _writer.WriteAsync(path, s_mood, Model)).Outcome);

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("cover.png")), (await new CoverReader().ReadAsync(path)).Value!.Bytes.ToArray());
    }

    [Fact]
    public async Task WriteAsync_OggWithTagsOfSeveralPages_IsNumberedAnew()
    {
        foreach (var name in (string[])["a.ogg", "a.opus"])
        {
            // 65,025 bytes fill a page; the new tags move what lies behind them across its edge.
            foreach (var length in (int[])[10, 64_700, 64_900, 100_000])
            {
                var path = _folder.MakeFile(name, "-metadata", "comment=" + new string('x', length));
                var sound = await SoundAsync(path);

                Assert.Equal(new(MoodTagOutcome.Written), await _writer.WriteAsync(path, s_mood, Model));

                Assert.Equal(sound, await SoundAsync(path));
                // ffmpeg says so of each page whose checksum is wrong or that is missing.
                Sounds.Ffmpeg("-xerror", "-err_detect", "explode", "-i", path, "-f", "null", "-");
                using var pages = File.OpenRead(path);
                for (var number = 0u; OggPage.Read(pages) is { } page; number++) Assert.Equal(number, page.Number);
            }
        }
    }

    [Fact]
    public void Copy_Flac_KeepsEachCommentOfSeveralWithOneName()
    {
        byte[] comments = [4, 0, 0, 0, .. "some"u8, 3, 0, 0, 0, 8, 0, 0, 0, .. "ARTIST=A"u8, 8, 0, 0, 0, .. "ARTIST=B"u8, 18, 0, 0, 0, .. "mooddeck_valence=1"u8];

        var changed = VorbisComments.With(comments, [new("MOODDECK_VALENCE", "0.5")]);

        Assert.Equal([.. comments[..8], 3, 0, 0, 0, .. comments[12..36], 20, 0, 0, 0, .. "MOODDECK_VALENCE=0.5"u8], changed);
        Assert.Throws<InvalidDataException>(() => VorbisComments.With(comments.AsSpan(0, 20), []));
    }

    [Fact]
    public async Task WriteAsync_SomebodysOwnMood_IsKept()
    {
        var path = _folder.MakeFile("a.flac", "-metadata", "MOODDECK_VALENCE=0.9", "-metadata", "MOODDECK_AROUSAL=0.1");

        Assert.Equal(MoodTagOutcome.Stated, (await _writer.WriteAsync(path, s_mood, Model)).Outcome);
        Assert.Equal(.9, (await _probe.ProbeAsync(path)).Value!.Mood!.Value.Mean.Valence);
    }

    [Fact]
    public async Task WriteAsync_LinkAndRights_AreKept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights and links of Unix.");
        if (OperatingSystem.IsWindows()) return;
        var (path, link) = (_folder.MakeFile("a.mp3"), _folder.PathOf("link.mp3"));
        File.CreateSymbolicLink(link, path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.Equal(MoodTagOutcome.Written, (await _writer.WriteAsync(link, s_mood, Model)).Outcome);

        Assert.Equal(path, new FileInfo(link).LinkTarget);
        Assert.NotNull((await _probe.ProbeAsync(path)).Value!.Heard);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task WriteAsync_Trial_ChangesNothing()
    {
        var path = _folder.MakeFile("a.mp3");
        var bytes = File.ReadAllBytes(path);

        Assert.Equal(new(MoodTagOutcome.Written), await _writer.WriteAsync(path, s_mood, Model, trial: true));

        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task WriteAsync_CopyOfAKilledRun_Goes()
    {
        var path = _folder.MakeFile("a.mp3");
        var left = _folder.Write("a.mp3" + MoodTagWriter.UnfinishedEnding, "half"u8);

        Assert.Equal(new(MoodTagOutcome.Written), await _writer.WriteAsync(path, s_mood, Model));

        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("a.mp3", "ID3\u0002\0\0\0\0\0\0")]
    [InlineData("a.mp3", "ID3\u0003\0\u0080\0\0\0\0")]
    public async Task WriteAsync_TagsOfAnotherKind_AreLeftAlone(string name, string start)
    {
        var path = _folder.MakeFile(name, "-id3v2_version", "0");
        File.WriteAllBytes(path, [.. TextEncoding.Latin1.GetBytes(start), .. File.ReadAllBytes(path)]);
        var bytes = File.ReadAllBytes(path);

        Assert.Equal(MoodTagOutcome.Unsupported, (await _writer.WriteAsync(path, s_mood, Model)).Outcome);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task WriteAsync_CannotBeVerified_LeavesTheFileAsItWas()
    {
        var path = _folder.MakeFile("a.flac");
        var bytes = File.ReadAllBytes(path);
        MoodTagWriter blind = new(new(), new() { FfmpegPath = "no-such-program" });

        Assert.Equal(MoodTagOutcome.Failed, (await blind.WriteAsync(path, s_mood, Model)).Outcome);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal(MoodTagOutcome.Failed, (await _writer.WriteAsync(_folder.PathOf("none.mp3"), s_mood, Model)).Outcome);
    }

    /// <summary>Every decoded sample.</summary>
    private static async Task<float[]> SoundAsync(string path) => (await new AudioDecoder().DecodeAsync(path)).Value!.Samples;
}
