using MoodDeck.Audio.Listening;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class LinearTrackMoodModelTests
{
    private static readonly TrackFeatures s_plain = new()
    {
        ListenedSeconds = 90, LoudnessDb = -20, LoudnessSpreadDb = 4, CentroidHertz = 700, Flux = 0.1, OnsetsPerSecond = 3, TempoBpm = 105, TempoClarity = 0.5,
        Tonic = 0, IsMajor = true, Majorness = 0, KeyClarity = 0.7, Chroma = new double[12], Descriptors = [],
    };

    private readonly LinearTrackMoodModel _model = new();

    [Fact]
    public void MoodOf_MoreOfEachArousingCue_RaisesArousal()
    {
        var plain = _model.MoodOf(s_plain).Mean.Arousal;

        Assert.True(_model.MoodOf(s_plain with { LoudnessDb = -10 }).Mean.Arousal > plain);
        Assert.True(_model.MoodOf(s_plain with { OnsetsPerSecond = 6 }).Mean.Arousal > plain);
        Assert.True(_model.MoodOf(s_plain with { CentroidHertz = 2000 }).Mean.Arousal > plain);
        Assert.True(_model.MoodOf(s_plain with { TempoBpm = 160 }).Mean.Arousal > plain);
    }

    [Fact]
    public void MoodOf_MajorAndMinor_DifferInValence() =>
        Assert.True(_model.MoodOf(s_plain with { Majorness = 0.2 }).Mean.Valence > _model.MoodOf(s_plain with { Majorness = -0.2, IsMajor = false }).Mean.Valence + 0.2);

    [Fact]
    public void MoodOf_ExtremeFeatures_StaysInRange()
    {
        var wild = s_plain with { LoudnessDb = 200, OnsetsPerSecond = 1e6, CentroidHertz = 1e9, TempoBpm = 1e6, TempoClarity = 1, Majorness = 9 };

        Assert.True(_model.MoodOf(wild).Mean.IsInRange);
    }

    [Fact]
    public void MoodOf_Silence_IsUnknown() => Assert.Equal(TrackMood.Unknown, _model.MoodOf(s_plain with { LoudnessDb = -100 }));

    [Fact]
    public void MoodOf_LittleHeard_IsLessSure() =>
        Assert.True(_model.MoodOf(s_plain with { ListenedSeconds = 5 }).Sigma.Arousal > _model.MoodOf(s_plain).Sigma.Arousal);
}
