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
    public void OpenOwn_ModelBesideTheProgram_NamesItsBytes() => Assert.Matches(@"^track-[0-9a-f]{8}\.2$", _model.Name);

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
    public void MoodOf_FastLoudMajorAndSlowQuietMinor_LieApart()
    {
        int[][] major = [[60, 64, 67], [65, 69, 72], [67, 71, 74], [60, 64, 67]], minor = [[57, 60, 64], [50, 53, 57], [52, 56, 59], [57, 60, 64]];
        var glad = _model.MoodOf(Heard(Sounds.Chords(0.25, 0.8, [.. Enumerable.Repeat(major, 40).SelectMany(c => c)])));
        var sad = _model.MoodOf(Heard(Sounds.Chords(1.5, 0.1, [.. Enumerable.Repeat(minor, 7).SelectMany(c => c)])));

        Assert.True(glad.Mean.Valence > sad.Mean.Valence + 0.2, $"{glad.Mean} and {sad.Mean}");
        Assert.True(glad.Mean.Arousal > sad.Mean.Arousal + 0.2, $"{glad.Mean} and {sad.Mean}");
        Assert.True(glad.IsKnown && sad.IsKnown, $"{glad.Sigma} and {sad.Sigma}");
    }

    [Fact]
    public void Apart_AnyAnswers_KeepTheirOrderAndTheMiddle()
    {
        var answers = Enumerable.Range(-100, 201).Select(i => i / 100.0).ToArray();
        var apart = answers.Select(a => TrackMoodModel.Apart(a, 0.3, 0.14, 0.14, 2)).ToArray();

        Assert.All(apart.Zip(apart.Skip(1)), pair => Assert.True(pair.First.Mean < pair.Second.Mean));
        Assert.All(apart, a => Assert.True(a.Mean is > -1 and < 1 && a.Sigma >= 0.3));
        Assert.Equal((0.14, 0.3), TrackMoodModel.Apart(0.14, 0.3, 0.14, 0.14, 2));
        Assert.Equal(0.04, TrackMoodModel.Apart(0.14, 0.3, 0.14, 0.04, 2).Mean);
        // What lies further from what the model said is told less surely.
        Assert.True(TrackMoodModel.Apart(0.4, 0.3, 0.14, 0.14, 2).Sigma > TrackMoodModel.Apart(0.2, 0.3, 0.14, 0.14, 2).Sigma);
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
