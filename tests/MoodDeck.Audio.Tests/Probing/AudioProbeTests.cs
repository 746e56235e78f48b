using MoodDeck.Audio.Probing;
using MoodDeck.Core.Mood;

namespace MoodDeck.Audio.Tests.Probing;

public sealed class AudioProbeTests : IDisposable
{
    private static readonly string[] s_tags =
    [
        "-metadata", "title=Señora \"X\"", "-metadata", "artist=Ana", "-metadata", "album=Uno", "-metadata", "date=1987-04-02",
        "-metadata", "genre=Bolero", "-metadata", "language=spa", "-metadata", "comment=a note", "-metadata", "track=03/12", "-metadata", "disc=2",
        "-metadata", "MOODDECK_VALENCE=-0.5", "-metadata", "MOODDECK_AROUSAL=0.25", "-metadata", "MOODDECK_DOMINANCE=0.1",
    ];

    private readonly TempFolder _folder = new();
    private readonly AudioProbe _probe = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.flac", "flac")]
    [InlineData("a.opus", "opus")]
    [InlineData("a.ogg", "vorbis")]
    public async Task ProbeAsync_TaggedFile_ReadsEveryTag(string name, string codec)
    {
        var path = _folder.MakeFile(name, s_tags);

        var info = (await _probe.ProbeAsync(path)).Value;

        Assert.NotNull(info);
        Assert.Equal(codec, info.Codec);
        Assert.Equal("Señora \"X\"", info.Title);
        Assert.Equal("Ana", info.Artist);
        Assert.Equal("Uno", info.Album);
        Assert.Equal(1987, info.Year);
        Assert.Equal("bolero", info.Genre);
        Assert.Equal("es", info.Language);
        Assert.Equal("a note", info.Comment);
        Assert.Equal((3, 2), (info.TrackNumber, info.DiscNumber));
        Assert.Equal(new Vad(-.5, .25, .1), info.Mood?.Mean);
        Assert.Equal(6, info.DurationSeconds!.Value, 0.1);
        Assert.False(info.HasCover);
        Assert.Null(info.Lyrics);
        Assert.InRange(info.BitRate!.Value, 10_000, 400_000);
    }

    [Theory]
    [InlineData("a.mp3", "mp3", "mp3")]
    [InlineData("a.flac", "flac", "flac")]
    [InlineData("a.ogg", "ogg", "vorbis")]
    [InlineData("a.opus", "ogg", "opus")]
    [InlineData("a.m4a", "mp4", "aac")]
    [InlineData("a.wav", "wav", "pcm_s16le")]
    [InlineData("a.aiff", "aiff", "pcm_s16be")]
    [InlineData("a.wma", "asf", "wmav2")]
    [InlineData("a.wv", "wv", "wavpack")]
    [InlineData("a.mka", "matroska", "vorbis")]
    public async Task ProbeAsync_EveryFormat_IsNamedByContainerAndCodec(string name, string container, string codec)
    {
        var info = (await _probe.ProbeAsync(_folder.MakeFile(name))).Value;

        Assert.Equal((container, codec, 44_100), (info!.Container, info.Codec, codec == "opus" ? 44_100 : info.SampleRateHertz));
        Assert.Equal(6, info.DurationSeconds!.Value, 0.1);
    }

    [Fact]
    public async Task ProbeAsync_LosslessInMp4_IsAlac() =>
        Assert.Equal(("mp4", "alac"), await _probe.ProbeAsync(_folder.MakeFile("a.m4a", "-c:a", "alac")) is { Value: { } info } ? (info.Container, info.Codec) : default);

    [Fact]
    public async Task ProbeAsync_Mp3_TellsTheEncodersPadding()
    {
        Assert.Equal(1105, (await _probe.ProbeAsync(_folder.MakeFile("a.mp3"))).Value!.StartPaddingSamples);
        Assert.Equal(0, (await _probe.ProbeAsync(_folder.MakeFile("a.m4a"))).Value!.StartPaddingSamples);
    }

    [Theory]
    [InlineData("a.mp3", "lyrics")]
    [InlineData("a.flac", "LYRICS")]
    [InlineData("a.flac", "UNSYNCEDLYRICS")]
    [InlineData("a.opus", "UnsyncedLyrics")]
    [InlineData("a.m4a", "lyrics")]
    public async Task ProbeAsync_FileWithWords_ReadsThem(string name, string tag) =>
        Assert.Equal("[00:01.00]Ay, amor\nnada más", (await _probe.ProbeAsync(_folder.MakeFile(name, "-metadata", $"{tag}=[00:01.00]Ay, amor\nnada más"))).Value!.Lyrics);

    // ffmpeg writes no USLT frame, so this one is put together by hand: language, an empty description, the words.
    [Theory]
    [InlineData("")]
    [InlineData("from the booklet")]
    public async Task ProbeAsync_UsltFrame_ReadsIt(string description)
    {
        byte[] body = [0, .. "eng"u8, .. System.Text.Encoding.Latin1.GetBytes(description), 0, .. "One line\nand another"u8];
        byte[] frame = [.. "USLT"u8, 0, 0, 0, (byte)body.Length, 0, 0, .. body];
        byte[] tag = [.. "ID3"u8, 3, 0, 0, 0, 0, 0, (byte)frame.Length, .. frame];
        var bare = await File.ReadAllBytesAsync(_folder.MakeFile("bare.mp3", "-id3v2_version", "0"));

        Assert.Equal("One line\nand another", (await _probe.ProbeAsync(_folder.Write("a.mp3", [.. tag, .. bare]))).Value!.Lyrics);
    }

    [Fact]
    public async Task ProbeAsync_UntaggedFile_LeavesUnknownNull()
    {
        var info = (await _probe.ProbeAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 1)))).Value;

        Assert.NotNull(info);
        Assert.Null(info.Title);
        Assert.Null(info.Artist);
        Assert.Null(info.Year);
        Assert.Null(info.Language);
        Assert.Null(info.Mood);
        Assert.Null(info.TrackNumber ?? info.DiscNumber);
        Assert.Equal(2, info.Channels);
        Assert.Equal(44_100, info.SampleRateHertz);
    }

    [Theory]
    [InlineData("-y.mp3")]
    [InlineData("http:__x.mp3")]
    [InlineData("a 'b' $(c) %d.mp3")]
    [InlineData("音楽.mp3")]
    public async Task ProbeAsync_OddName_IsStillAFile(string name)
    {
        File.Move(_folder.MakeFile("plain.mp3"), _folder.PathOf(name));

        Assert.True((await _probe.ProbeAsync(_folder.PathOf(name))).IsOk);
    }

    [Fact]
    public async Task ProbeAsync_NoSuchFile_IsMissing() =>
        Assert.Equal(AudioProblem.Missing, (await _probe.ProbeAsync(_folder.PathOf("no.mp3"))).Failure?.Problem);

    [Fact]
    public async Task ProbeAsync_ZeroBytes_IsEmpty() =>
        Assert.Equal(AudioProblem.Empty, (await _probe.ProbeAsync(_folder.Write("a.mp3", []))).Failure?.Problem);

    [Fact]
    public async Task ProbeAsync_TextNamedMp3_IsNotAudio() =>
        Assert.Equal(AudioProblem.NotAudio, (await _probe.ProbeAsync(_folder.Write("a.mp3", "It was a dark and stormy night.\n"u8))).Failure?.Problem);

    [Fact]
    public async Task ProbeAsync_PictureNamedMp3_IsNotAudio()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", _folder.PathOf("a.png"));
        File.Move(_folder.PathOf("a.png"), _folder.PathOf("a.mp3"));

        Assert.Equal(AudioProblem.NotAudio, (await _probe.ProbeAsync(_folder.PathOf("a.mp3"))).Failure?.Problem);
    }

    [Theory]
    [InlineData("a.m4a", 0.5)]
    [InlineData("a.flac", 0.0005)]
    [InlineData("a.ogg", 0.001)]
    public async Task ProbeAsync_CutBeforeAnythingPlays_IsTruncated(string name, double share)
    {
        var cut = _folder.Cut(_folder.MakeFile(name), share);

        var failure = (await _probe.ProbeAsync(cut)).Failure;

        Assert.Equal(AudioProblem.Truncated, failure?.Problem);
        Assert.Contains("half written", failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    [InlineData("a.ogg")]
    [InlineData("a.opus")]
    [InlineData("a.m4a")]
    [InlineData("a.wav")]
    [InlineData("a.aiff")]
    [InlineData("a.wma")]
    [InlineData("a.wv")]
    [InlineData("a.mka")]
    public async Task ProbeAsync_FirstBytesOnlyOrNoise_AreToldApart(string name)
    {
        var whole = await File.ReadAllBytesAsync(_folder.MakeFile(name));
        var noise = new byte[20_000];
        new Random(4).NextBytes(noise);
        noise[0] = 0;

        Assert.Equal(AudioProblem.Truncated, (await _probe.ProbeAsync(_folder.Write(name, whole.AsSpan(0, 20)))).Failure?.Problem);
        Assert.Equal(AudioProblem.NotAudio, (await _probe.ProbeAsync(_folder.Write(name, noise))).Failure?.Problem);
    }

    [Theory]
    [InlineData("a.m4a", "alac", true)]
    [InlineData("a.wav", "pcm_s24le", true)]
    [InlineData("A.WMA", "wmav2", true)]
    [InlineData("a.ape", null, true)]
    [InlineData("a.txt", null, false)]
    public async Task IsAudioName_AndWhatIsInIt_AreKnown(string name, string? codec, bool isAudio)
    {
        Assert.Equal(isAudio, AudioFormats.IsAudioName(name));
        if (codec is not null) Assert.Equal(codec, (await _probe.ProbeAsync(_folder.MakeFile(name, "-c:a", codec))).Value!.Codec);
    }

    [Fact]
    public async Task ProbeAsync_ToolNotInstalled_SaysHowToInstall()
    {
        var probe = new AudioProbe(new() { FfprobePath = "no-such-program" });

        var failure = (await probe.ProbeAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 0.1)))).Failure;

        Assert.Equal(AudioProblem.ToolMissing, failure?.Problem);
        Assert.Contains("apt-get install ffmpeg", failure!.Message, StringComparison.Ordinal);
    }
}
