using MoodDeck.Vision.Faces;
using static MoodDeck.Vision.Tests.Tracking.SimulatedFaces;

namespace MoodDeck.Vision.Tests.Tracking;

public sealed class FaceTrackerTests
{
    private static readonly FaceBox s_face = Box(320, 240);

    [Fact]
    public void Update_FirstFrame_IsTakenLikeAPhoto()
    {
        var face = Assert.Single(new SimulatedFaces().Next(s_face));
        Assert.Equal((1, s_face, true, true), (face.Id, face.Box, face.IsMain, face.IsSeen));
    }

    [Fact]
    public void Update_NewFaceLater_CountsInItsThirdFrame()
    {
        SimulatedFaces faces = new();
        faces.Next();
        Assert.Empty(faces.Next(s_face));
        Assert.Empty(faces.Next(s_face));
        Assert.Single(faces.Next(s_face));
    }

    [Fact]
    public void Update_FalseAlarmsOfOneFrame_NeverCount()
    {
        SimulatedFaces faces = new();
        faces.Next(s_face);
        for (var i = 0; i < 60; i++)
            Assert.Equal(1, Assert.Single(faces.Next(i % 3 == 0 ? [s_face, Box(60 + (8 * i), 60, 40, 40)] : [s_face])).Id);
    }

    [Fact]
    public void Update_TwoFacesCrossing_KeepTheirNumbers()
    {
        SimulatedFaces faces = new();
        // They pass each other at one above the other's half height, so that their boxes overlap by a third.
        FaceBox Left(double t) => Box(150 + (120 * t), 220);
        FaceBox Right(double t) => Box(450 - (120 * t), 280);
        var start = faces.Next(Left(0), Right(0));
        var left = start.Single(f => f.Box.CentreX < 300).Id;
        for (var t = 0.0; t < 2.5; t = faces.Seconds)
        {
            // The detector lists them in any order.
            FaceBox[] found = [faces.Trembling(Left(t), 2), faces.Trembling(Right(t), 2)];
            var now = faces.Next(found.OrderBy(b => b.Y * ((int)(t * 15) % 2 == 0 ? 1 : -1)).ToArray());
            Assert.Equal(2, now.Count);
            if (t > 2.2) Assert.Equal(left, now.Single(f => f.Box.CentreX > 300).Id);
        }
    }

    [Fact]
    public void Update_ShortGap_IsBridgedAndALongerOneKeepsTheNumber()
    {
        SimulatedFaces faces = new();
        for (var i = 0; i < 15; i++) faces.Next(s_face);
        for (var i = 0; i < 7; i++)
        {
            var bridged = Assert.Single(faces.Next());
            Assert.Equal((1, false), (bridged.Id, bridged.IsSeen));
        }

        for (var i = 0; i < 30; i++) faces.Next();
        Assert.Empty(faces.Next());
        Assert.Equal(1, Assert.Single(faces.Next(s_face)).Id);
    }

    [Fact]
    public void Update_GoneForLong_IsAnotherFace()
    {
        SimulatedFaces faces = new();
        faces.Next(s_face);
        for (var i = 0; i < 90; i++) faces.Next();
        for (var i = 0; i < 2; i++) faces.Next(s_face);
        Assert.Equal(2, Assert.Single(faces.Next(s_face)).Id);
    }

    [Fact]
    public void Update_DropoutsOfAFifth_KeepOneNumberThroughout()
    {
        SimulatedFaces faces = new(seed: 3);
        Random random = new(3);
        faces.Next(s_face);
        for (var i = 0; i < 900; i++)
        {
            var moving = Box(320 + (60 * Math.Sin(faces.Seconds)), 240 + (30 * Math.Sin(1.7 * faces.Seconds)));
            Assert.Equal(1, Assert.Single(random.NextDouble() < 0.2 ? faces.Next() : faces.Next(faces.Trembling(moving, 2))).Id);
        }
    }

    [Fact]
    public void Update_CameraThatPaused_StartsAfresh()
    {
        SimulatedFaces faces = new(framesPerSecond: 0.2);
        faces.Next(s_face);
        Assert.Equal(2, Assert.Single(faces.Next(s_face)).Id);
    }

    [Fact]
    public void Update_SlowCamera_KeepsTheNumber()
    {
        SimulatedFaces faces = new(framesPerSecond: 1);
        for (var i = 0; i < 10; i++) Assert.Equal(1, Assert.Single(faces.Next(faces.Trembling(s_face, 3))).Id);
    }

    [Fact]
    public void Update_CrowdBeyondTheLimit_StaysBounded()
    {
        SimulatedFaces faces = new(new() { MostFaces = 5 });
        var crowd = Enumerable.Range(0, 40).Select(i => Box(20 * i, 100, 15, 18)).ToArray();
        for (var i = 0; i < 10; i++) Assert.Equal(5, faces.Next(crowd).Count);
    }

    [Fact]
    public void Update_FrameFromThePast_CountsAsNow()
    {
        SimulatedFaces faces = new();
        faces.Next(s_face);
        var again = faces.Tracker.Update([new(s_face, 0.9)], DateTimeOffset.UnixEpoch.AddSeconds(-60));
        Assert.Equal(1, Assert.Single(again).Id);
    }

    [Fact]
    public void Constructor_BadOptions_SaysWhich()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedFaces(new() { PositionCutoffHertz = 0 }));
        Assert.Equal("hertz", e.ParamName);
    }
}
