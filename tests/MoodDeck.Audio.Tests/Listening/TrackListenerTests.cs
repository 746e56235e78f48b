using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class TrackListenerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TrackListener _listener = new(new AudioDecoder(), new LinearTrackMoodModel());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ListenAsync_FastLoudMajorAndSlowQuietMinor_AreHeardApart()
    {
        int[][] major = [[60, 64, 67], [65, 69, 72], [67, 71, 74], [60, 64, 67]];
        int[][] minor = [[57, 60, 64], [50, 53, 57], [52, 56, 59], [57, 60, 64]];
        var gladPath = _folder.WriteWav("glad.wav", Sounds.Chords(0.25, 0.8, [.. Enumerable.Repeat(major, 20).SelectMany(c => c)]));
        var sadPath = _folder.WriteWav("sad.wav", Sounds.Chords(1.5, 0.1, [.. Enumerable.Repeat(minor, 4).SelectMany(c => c)]));

        var glad = (await ListenAsync(gladPath)).Value!;
        var sad = (await ListenAsync(sadPath)).Value!;

        Assert.Equal((0, true), (glad.Features.Tonic, glad.Features.IsMajor));
        Assert.Equal((9, false), (sad.Features.Tonic, sad.Features.IsMajor));
        Assert.True(glad.Mood.Mean.Valence > sad.Mood.Mean.Valence + 0.2);
        Assert.True(glad.Mood.Mean.Arousal > sad.Mood.Mean.Arousal + 0.4);
        Assert.False(glad.IsTruncated);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.62)]
    public async Task ListenAsync_TornFile_IsHeardAndFlagged(double share)
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "sine=frequency=330:duration=200", _folder.PathOf("a.flac"));

        var hearing = (await ListenAsync(_folder.Cut(_folder.PathOf("a.flac"), share))).Value;

        Assert.NotNull(hearing);
        Assert.True(hearing.IsTruncated);
        Assert.True(hearing.Features.LoudnessDb > -60);
    }

    [Fact]
    public async Task ListenAsync_ZeroBytes_IsEmpty() =>
        Assert.Equal(AudioProblem.Empty, (await _listener.ListenAsync(_folder.Write("a.mp3", []), new AudioInfo { Codec = "mp3" })).Failure?.Problem);

    // A tone of 997 Hz reads as its level over both channels, whether the file has one or two.
    [Theory]
    [InlineData("mono")]
    [InlineData("stereo")]
    public async Task ListenAsync_Tone_HasItsLoudness(string layout)
    {
        var channels = string.Join('|', Enumerable.Repeat("0.1*sin(997*2*PI*t)", layout == "mono" ? 1 : 2));
        Sounds.Ffmpeg("-f", "lavfi", "-i", $"aevalsrc=exprs={channels}:channel_layout={layout}:sample_rate=44100:duration=8", _folder.PathOf("a.flac"));

        Assert.Equal(-20, (await ListenAsync(_folder.PathOf("a.flac"))).Value!.LoudnessLufs!.Value, 0.2);
    }

    [Fact]
    public async Task ListenAsync_Silence_HasNoLoudnessAndNoMood()
    {
        var hearing = (await ListenAsync(_folder.WriteWav("a.wav", new float[3 * Sounds.Rate]))).Value!;

        Assert.Null(hearing.LoudnessLufs);
        Assert.Equal(TrackMood.Unknown, hearing.Mood);
    }

    // Stretches of twenty seconds with gaps of twenty: each holds one of three tones and nothing of the silence between them.
    [Fact]
    public async Task ListenAsync_LongPiece_HearsThreeStretchesOfIt()
    {
        var silence = new float[20 * Sounds.Rate];
        float[] piece = [.. silence, .. Sounds.Sine(440, 20), .. silence, .. Sounds.Sine(659.26, 20), .. silence, .. Sounds.Sine(880, 20), .. silence];

        var features = (await ListenAsync(_folder.WriteWav("a.wav", piece))).Value!.Features;

        Assert.Equal(TrackListener.ListenSeconds, features.ListenedSeconds, 0.05);
        Assert.True(features.LoudnessSpreadDb < 0.5, $"{features.LoudnessSpreadDb}");
        Assert.Equal(2.0 / 3, features.Chroma[9], 0.03);
        Assert.Equal(1.0 / 3, features.Chroma[4], 0.03);
    }

    private async Task<AudioResult<TrackHearing>> ListenAsync(string path) =>
        await _listener.ListenAsync(path, (await new AudioProbe().ProbeAsync(path)).Value!);
}
