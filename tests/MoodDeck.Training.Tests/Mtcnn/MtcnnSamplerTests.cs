using MoodDeck.Training.Data;
using MoodDeck.Training.Mtcnn;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Mtcnn;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Mtcnn;

public sealed class MtcnnSamplerTests
{
    private static readonly FaceBox Face = new(60, 40, 30, 40);
    private static readonly DetectionImage Picture = new("p", "drawn", Grey(), [Face]);

    [Theory]
    [InlineData(55, 40, 40, MtcnnKind.Face)]
    [InlineData(65, 44, 44, MtcnnKind.Part)]
    [InlineData(0, 0, 30, MtcnnKind.Background)]
    public void Take_AWindow_KnowsWhatItShows(double x, double y, double side, object kind)
    {
        List<MtcnnSample> samples = [];
        FaceBox window = new(x, y, side, side);

        new MtcnnSampler(12, 1).Take(Picture, window, samples);

        var sample = Assert.Single(samples);
        Assert.Equal(kind, sample.Kind);
        Assert.Equal(144, sample.Pixels.Length);
        if (sample.Kind == MtcnnKind.Background) Assert.All(sample.Offsets, o => Assert.Equal(0, o));
        else Assert.Equal(Face.X, MtcnnWindow.Decode(window, sample.Offsets).X, 1e-3);
    }

    [Fact]
    public void Take_NeitherOneNorTheOther_GivesNothing()
    {
        List<MtcnnSample> samples = [];

        new MtcnnSampler(12, 1).Take(Picture, new(70, 46, 40, 40), samples); // overlaps by 0.36

        Assert.Empty(samples);
    }

    [Fact]
    public void Draw_ManyWindows_GivesEveryKindAndTheSameAgain()
    {
        List<MtcnnSample> first = [], second = [];

        new MtcnnSampler(12, 1).Draw(Picture, 3, 30, 30, first);
        new MtcnnSampler(12, 1).Draw(Picture, 3, 30, 30, second);

        Assert.Equal(Enum.GetValues<MtcnnKind>(), first.Select(s => s.Kind).Distinct().Order());
        Assert.Equal(first.Select(s => Convert.ToHexString(s.Pixels)), second.Select(s => Convert.ToHexString(s.Pixels)));
    }

    private static GreyImage Grey()
    {
        GreyImage grey = new(160, 120);
        for (var i = 0; i < grey.Pixels.Length; i++) grey.Pixels[i] = (byte)(i * 31);
        return grey;
    }
}
