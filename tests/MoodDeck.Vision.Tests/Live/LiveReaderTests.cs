using MoodDeck.Core.Mood;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Live;

public sealed class LiveReaderTests : IDisposable
{
    private const byte Happy = 200, Sad = 110;
    private static readonly FaceBox s_near = new(100, 100, 160, 200), s_far = new(420, 120, 80, 100);
    private readonly ScriptedEyes _eyes = new();
    private readonly VisionModels _models;
    private readonly LiveReader _reader;
    private double _seconds;

    public LiveReaderTests()
    {
        _models = new(_eyes, _eyes);
        _reader = new(_models);
    }

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Read_OneFace_IsMainJudgedAndLabelled()
    {
        _eyes.Sees(s_near);
        var frame = Read(Happy);
        var face = Assert.Single(frame.Faces);
        Assert.Same(face, frame.Main);
        Assert.Equal((1, true, true, Emotion.Happiness, FaceAdvice.None), (face.Id, face.IsJudged, face.IsSeen, face.Label, face.Advice));
        Assert.True(frame.Mood!.Vad.Mean.Valence > 0);
    }

    [Fact]
    public void Read_NoFaceYet_HasNoMoodAndLaterOneThatGrowsLessSure()
    {
        _eyes.Sees();
        Assert.Null(Read(Happy).Mood);
        _eyes.Sees(s_near);
        for (var i = 0; i < 5; i++) Read(Happy);
        var sure = Read(Happy).Mood!.Confidence;
        _eyes.Sees();
        for (var i = 0; i < 30; i++) Read(Happy);
        Assert.InRange(Read(Happy).Mood!.Confidence, 0, sure - 0.01);
        _reader.ForgetMood();
        Assert.Null(Read(Happy).Mood);
    }

    [Fact]
    public void Read_BlurredFace_IsShownButNotJudged()
    {
        _eyes.Sees(s_near);
        using GreyImage blank = new(640, 480);
        blank.Pixels.Fill(150);
        var face = Assert.Single(_reader.Read(blank, At(0)).Faces);
        Assert.Equal((false, FaceAdvice.HoldStill, "unsure", "unsure"), (face.IsJudged, face.Advice, face.LabelName, face.Reading.Dominant));
        Assert.Equal(0, _eyes.Judged);
        Assert.Null(_reader.MainPrediction);
        Assert.Equal(1, _reader.Counts.Unjudged);
    }

    [Fact]
    public void Read_FaceLostForAMoment_IsShownWithWhatWasReadLast()
    {
        _eyes.Sees(s_near);
        Read(Happy);
        _eyes.Sees();
        var face = Assert.Single(Read(Happy).Faces);
        Assert.Equal((1, false, false, "happiness", "happiness"), (face.Id, face.IsSeen, face.IsJudged, face.LabelName, face.Reading.Dominant));
    }

    [Fact]
    public void Read_FaceLostForSeconds_ComesBackWithItsNumber()
    {
        _eyes.Sees(s_near);
        Read(Happy);
        _eyes.Sees();
        for (var i = 0; i < 30; i++) Read(Happy);
        Assert.Empty(Read(Happy).Faces);
        _eyes.Sees(s_near);
        Assert.Equal((1, "sadness"), (Read(Sad).Main!.Id, Read(Sad).Main!.LabelName));
    }

    [Fact]
    public void ReadsRoom_TwoWhoDisagree_LiesBetween()
    {
        _eyes.Sees(s_near, s_far);
        double ValenceOf(bool room)
        {
            LiveReader reader = new(_models) { ReadsRoom = room };
            using var frame = ScriptedEyes.Frame(Sad);
            for (var y = 0; y < 480; y++) frame.Row(y)[..300].Fill(230);
            for (var y = 0; y < 480; y++) for (var x = 0; x < 300; x += 7) frame.Row(y)[x] = 120;
            LiveFrame? read = null;
            for (var i = 0; i < 30; i++) read = reader.Read(frame, At(i / 15.0));
            Assert.Equal(["happiness", "sadness"], read!.Faces.Select(f => f.LabelName));
            return read.Mood!.Vad.Mean.Valence;
        }

        Assert.InRange(ValenceOf(room: true), -0.5, ValenceOf(room: false) - 0.1);
    }

    [Fact]
    public void Personal_CorrectedMainFace_IsAdjustedAndNobodyElse()
    {
        _eyes.Sees(s_near, s_far);
        Read(Happy);
        _reader.Personal = new([], [FaceCorrection.Of(_reader.MainPrediction!, Emotion.Sadness)!]);
        var faces = Read(Happy).Faces;
        Assert.Equal(["sadness", "happiness"], faces.Select(f => f.Reading.Dominant));
        // What is learned from must be what the model alone said.
        Assert.Equal(Emotion.Happiness, _reader.MainPrediction!.BeforeListener!.Scores.Top);
    }

    [Fact]
    public void MainPrediction_AnotherFaceThatCannotBeJudged_IsNotThatOfTheFaceBefore()
    {
        _eyes.Sees(s_near);
        Read(Happy);
        Assert.NotNull(_reader.MainPrediction);
        _eyes.Sees(new FaceBox(450, 300, 24, 30)); // too far off to judge
        for (var i = 0; i < 60; i++) Read(Happy);
        var frame = Read(Happy);
        Assert.Equal((2, false), (frame.Main!.Id, frame.Main.IsJudged));
        Assert.Null(_reader.MainPrediction);
    }

    [Fact]
    public void CountFailed_AndFacelessFrames_AreCounted()
    {
        Read(Happy);
        _reader.CountFailed();
        _eyes.Sees(s_near);
        Read(Happy);
        Assert.Equal(new LiveCounts(3, 1, 2, 0), _reader.Counts);
    }

    [Fact]
    public void Read_FrameFromThePast_CountsAsNow()
    {
        _eyes.Sees(s_near);
        Read(Happy);
        using var frame = ScriptedEyes.Frame(Happy);
        var before = Read(Happy).At;
        Assert.Equal(before, _reader.Read(frame, DateTimeOffset.UnixEpoch.AddDays(-1)).At);
    }

    private LiveFrame Read(byte light)
    {
        _seconds += 1 / 15.0;
        using var frame = ScriptedEyes.Frame(light);
        return _reader.Read(frame, At(_seconds));
    }

    private static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}
