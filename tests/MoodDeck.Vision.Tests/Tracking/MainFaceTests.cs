using MoodDeck.Vision.Tracking;
using static MoodDeck.Vision.Tests.Tracking.SimulatedFaces;

namespace MoodDeck.Vision.Tests.Tracking;

public sealed class MainFaceTests
{
    [Fact]
    public void Main_TwoFacesOfAboutOneSize_DoesNotTakeTurns()
    {
        SimulatedFaces faces = new();
        faces.Next(Box(150, 240), Box(450, 240, 96, 116));
        for (var i = 0; i < 300; i++)
        {
            var nearer = 12 * Math.Sin(faces.Seconds);
            Assert.Equal(1, MainOf(faces.Next(Box(150, 240, 100 - nearer), Box(450, 240, 96 + nearer))));
        }
    }

    [Fact]
    public void Main_SomebodyClearlyNearer_TakesOverAfterASecond()
    {
        SimulatedFaces faces = new();
        faces.Next(Box(150, 240), Box(450, 240, 90, 100));
        var taken = 0;
        for (var i = 1; i <= 60; i++)
        {
            var main = MainOf(faces.Next(Box(150, 240), Box(450, 240, 150, 180)));
            if (main == 2 && taken == 0) taken = i;
            if (taken > 0) Assert.Equal(2, main);
        }

        // A second, and the time in which the smoothed box has grown.
        Assert.InRange(taken, 15, 30);
    }

    [Fact]
    public void Main_PasserBy_DoesNotTakeOver()
    {
        SimulatedFaces faces = new();
        for (var i = 0; i < 15; i++) faces.Next(Box(200, 240));
        for (var i = 0; i < 12; i++) Assert.Equal(1, MainOf(faces.Next(Box(200, 240), Box(520, 240, 160, 200))));
        Assert.Equal(1, MainOf(faces.Next(Box(200, 240))));
    }

    [Fact]
    public void Main_GoneForGood_GivesWayToTheLargestOfTheRest()
    {
        SimulatedFaces faces = new();
        for (var i = 0; i < 5; i++) faces.Next(Box(100, 240, 140, 160), Box(320, 240, 60, 70), Box(520, 240, 90, 100));
        IReadOnlyList<TrackedFace> left = [];
        for (var i = 0; i < 15; i++) left = faces.Next(Box(320, 240, 60, 70), Box(520, 240, 90, 100));
        Assert.Equal(3, MainOf(left));
        Assert.Equal([3, 2], left.Select(f => f.Id));
    }

    private static int MainOf(IReadOnlyList<TrackedFace> faces) => faces.Single(f => f.IsMain).Id;
}
