using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class TrackMoodModelTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ITrackMoodModel _model = TrackMoodModel.OpenOwn();

    public void Dispose()
    {
        (_model as IDisposable)?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void OpenOwn_ModelBesideTheProgram_NamesItsBytes() => Assert.Matches("^track-[0-9a-f]{8}$", _model.Name);

    [Fact]
    public void Open_OtherBytes_HaveAnotherName()
    {
        // Fields of ONNX's protocol buffers that are given twice count by the last; this one is the version of the model.
        var other = _folder.Write("track.onnx", [.. File.ReadAllBytes(LearnedTrackMoodModel.OwnPath), 0x28, 0x01]);
        using var model = LearnedTrackMoodModel.Open(other);

        Assert.StartsWith("track-", model.Name, StringComparison.Ordinal);
        Assert.NotEqual(_model.Name, model.Name);
    }

    [Fact]
    public void Open_NoFileOrNoModel_IsTheFormula()
    {
        Assert.Equal("linear", TrackMoodModel.Open(_folder.PathOf("none.onnx")).Name);
        Assert.Equal("linear", TrackMoodModel.Open(_folder.Write("no.onnx", "no model"u8)).Name);
    }

    [Fact]
    public void MoodOf_LittleHeard_IsLessSure()
    {
        var all = Heard(Sounds.Chords(0.5, 0.5, [.. Enumerable.Repeat<int[]>([60, 64, 67], 80)]));
        var (much, little) = (_model.MoodOf(all).Sigma, _model.MoodOf(all with { ListenedSeconds = 5 }).Sigma);

        Assert.True(little.Valence > much.Valence && little.Arousal > much.Arousal && little.Dominance > much.Dominance);
    }

    [Fact]
    public void MoodOf_Silence_IsUnknown() => Assert.Equal(TrackMood.Unknown, _model.MoodOf(Heard(new float[5 * Sounds.Rate])));

    // Nothing in these sounds is so high that every second sample would not do.
    private static TrackFeatures Heard(float[] samples) => FeatureExtractor.Extract(new AudioClip([.. samples.Where((_, i) => i % 2 == 0)], AudioDecoder.SampleRateHertz));
}
