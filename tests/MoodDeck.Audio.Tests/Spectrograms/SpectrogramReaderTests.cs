using MoodDeck.Audio.Spectrograms;

namespace MoodDeck.Audio.Tests.Spectrograms;

public sealed class SpectrogramReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpectrogramReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(90)]
    public async Task ReadAsync_LowThenHighTone_StandsWhereAndWhenItSounds(int seconds)
    {
        float[] sound = [.. Sounds.Sine(200, seconds), .. Sounds.Sine(4000, seconds)];

        var picture = await PictureAsync(_folder.WriteWav("a.wav", sound));

        Assert.Equal((720, 192, 720 * 192), (picture.Width, picture.Height, picture.Pixels.Length));
        foreach (var (column, hertz) in new[] { (90, 200.0), (270, 200.0), (450, 4000.0), (630, 4000.0) })
        {
            var brightest = Enumerable.Range(0, picture.Height).MaxBy(y => At(picture, column, y));
            Assert.Equal(RowOf(hertz), brightest, 2.0);
            Assert.True(At(picture, column, brightest) > 240, "The tone is not bright.");
            Assert.Equal(0, At(picture, column, (int)RowOf(1000)));
        }
    }

    [Fact]
    public async Task ReadAsync_SilenceAroundATone_IsBlack()
    {
        float[] sound = [.. new float[4 * Sounds.Rate], .. Sounds.Sine(440, 4), .. new float[4 * Sounds.Rate]];

        var picture = await PictureAsync(_folder.WriteWav("a.wav", sound));

        Assert.All(Enumerable.Range(0, picture.Height), y => Assert.Equal((0, 0), (At(picture, 100, y), At(picture, 650, y))));
        Assert.Contains(Enumerable.Range(0, picture.Height), y => At(picture, 360, y) > 200);
    }

    [Fact]
    public async Task ReadAsync_NothingButSilence_IsBlack() =>
        Assert.All((await PictureAsync(_folder.WriteWav("a.wav", new float[Sounds.Rate]))).Pixels, p => Assert.Equal(0, p));

    [Fact]
    public async Task ReadAsync_TenMilliseconds_StillHasAPicture() =>
        Assert.Equal(720 * 192, (await PictureAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 0.01)))).Pixels.Length);

    [Fact]
    public async Task ReadAsync_NotASound_SaysWhatIsWrong()
    {
        Assert.Equal(AudioProblem.NotAudio, (await _reader.ReadAsync(_folder.Write("a.mp3", "text"u8))).Failure?.Problem);
        Assert.Equal(AudioProblem.Missing, (await _reader.ReadAsync(_folder.PathOf("none.mp3"))).Failure?.Problem);
        Assert.Equal(AudioProblem.ToolMissing, (await new SpectrogramReader(new() { FfmpegPath = "no-such-program" }).ReadAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 1)))).Failure?.Problem);
    }

    [Fact]
    public async Task ReadAsync_TakesTooLong_IsGivenUp() =>
        Assert.Equal(AudioProblem.TimedOut, (await new SpectrogramReader(new() { DecodeTimeout = TimeSpan.Zero }).ReadAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 1)))).Failure?.Problem);

    [Fact]
    public async Task ToPng_Picture_IsReadByOthersAsItIs()
    {
        var picture = await PictureAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 1)));
        var png = _folder.Write("a.png", picture.ToPng());

        Sounds.Ffmpeg("-i", png, "-f", "rawvideo", "-pix_fmt", "gray", _folder.PathOf("raw"));

        Assert.Equal(picture.Pixels, File.ReadAllBytes(_folder.PathOf("raw")));
    }

    private async Task<Spectrogram> PictureAsync(string path)
    {
        var result = await _reader.ReadAsync(path);
        Assert.True(result.IsOk, result.Failure?.Message);
        return result.Value;
    }

    private static int At(Spectrogram picture, int x, int y) => picture.Pixels[(y * picture.Width) + x];

    // The middles of the bands lie evenly in mel between 40 and 10,500 Hz.
    private static double RowOf(double hertz)
    {
        static double Mel(double f) => 2595 * Math.Log10(1 + (f / 700));
        return 192 - ((Mel(hertz) - Mel(40)) / (Mel(10_500) - Mel(40)) * 193);
    }
}
