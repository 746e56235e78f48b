using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class TrackListenerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TrackListener _listener = new(new AudioProbe(), new AudioDecoder(), new LinearTrackMoodModel());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ListenAsync_FastLoudMajorAndSlowQuietMinor_AreHeardApart()
    {
        int[][] major = [[60, 64, 67], [65, 69, 72], [67, 71, 74], [60, 64, 67]];
        int[][] minor = [[57, 60, 64], [50, 53, 57], [52, 56, 59], [57, 60, 64]];
        var gladPath = _folder.WriteWav("glad.wav", Sounds.Chords(0.25, 0.8, [.. Enumerable.Repeat(major, 20).SelectMany(c => c)]));
        var sadPath = _folder.WriteWav("sad.wav", Sounds.Chords(1.5, 0.1, [.. Enumerable.Repeat(minor, 4).SelectMany(c => c)]));

        var glad = (await _listener.ListenAsync(gladPath)).Value!;
        var sad = (await _listener.ListenAsync(sadPath)).Value!;

        Assert.Equal((0, true), (glad.Features.Tonic, glad.Features.IsMajor));
        Assert.Equal((9, false), (sad.Features.Tonic, sad.Features.IsMajor));
        Assert.True(glad.Mood.Mean.Valence > sad.Mood.Mean.Valence + 0.2);
        Assert.True(glad.Mood.Mean.Arousal > sad.Mood.Mean.Arousal + 0.4);
        Assert.False(glad.IsTruncated);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public async Task ListenAsync_TornFile_IsHeardAndFlagged(double share)
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "sine=frequency=330:duration=200", _folder.PathOf("a.flac"));

        var hearing = (await _listener.ListenAsync(_folder.Cut(_folder.PathOf("a.flac"), share))).Value;

        Assert.NotNull(hearing);
        Assert.True(hearing.IsTruncated);
        Assert.True(hearing.Features.LoudnessDb > -60);
    }

    [Fact]
    public async Task ListenAsync_ZeroBytes_FailsLikeTheProbe() =>
        Assert.Equal(AudioProblem.Empty, (await _listener.ListenAsync(_folder.Write("a.mp3", []))).Failure?.Problem);
}
