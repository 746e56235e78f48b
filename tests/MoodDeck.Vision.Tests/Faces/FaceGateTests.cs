using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Tests.Imaging;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceGateTests
{
    private const int Side = 48;
    private static readonly FaceBox s_face = new(170, 60, 110, 130);

    [Fact]
    public void Judge_GoodFace_AdvisesNothing() => Assert.Equal(default, Judge(_ => { }));

    [Theory]
    [InlineData(0.12, true)]
    [InlineData(0.25, false)]
    public void Judge_DarkFace_AdvisesLight(double gain, bool forbids) =>
        Assert.Equal(new(FaceAdvice.TooDark, forbids), Judge(p => Each(p, v => gain * v)));

    [Theory]
    [InlineData(190, true)]
    [InlineData(120, false)]
    public void Judge_WashedOutFace_AdvisesLessLight(double offset, bool forbids) =>
        Assert.Equal(new(FaceAdvice.TooBright, forbids), Judge(p => Each(p, v => v + offset)));

    [Fact]
    public void Judge_HalfInTheDark_SaysSo()
    {
        var verdict = Judge(p =>
        {
            for (var y = 0; y < p.Height; y++) for (var x = 225; x < p.Width; x++) p.Row(y)[x] = (byte)(p.Row(y)[x] * 0.2);
        });
        Assert.Equal(FaceAdvice.LightFromOneSide, verdict.Advice);
    }

    [Theory]
    [InlineData(34, FaceAdvice.ComeCloser, false)]
    [InlineData(20, FaceAdvice.ComeCloser, true)]
    public void Judge_SmallFace_AdvisesToComeCloser(double side, FaceAdvice advice, bool forbids) =>
        Assert.Equal(new(advice, forbids), FaceGate.Judge(new(0, 0, side, side * 1.2), Quality(Astronaut()), 0));

    [Fact]
    public void Judge_BlurredFace_AdvisesToHoldStill()
    {
        using var astronaut = Astronaut();
        using var small = Resampler.Resize(astronaut, 20, 20);
        Assert.Equal(FaceAdvice.HoldStill, FaceGate.Judge(s_face, Quality(Resampler.Resize(small, 512, 512)), 0).Advice);
    }

    [Theory]
    [InlineData(1, FaceAdvice.None, false)]
    [InlineData(2, FaceAdvice.HoldStill, false)]
    [InlineData(4, FaceAdvice.HoldStill, true)]
    public void Judge_MovingFace_AdvisesToHoldStill(double speed, FaceAdvice advice, bool forbids) =>
        Assert.Equal(new(advice, forbids), FaceGate.Judge(s_face, Quality(Astronaut()), speed));

    [Fact]
    public void NamesOf_EveryAdvice_AreTheContractsWords()
    {
        Assert.Equal(
            [null, "come closer", "too dark", "too bright", "light from one side", "hold still"],
            Enum.GetValues<FaceAdvice>().Select(FaceAdvices.NameOf));
        Assert.All(Enum.GetValues<FaceAdvice>(), a => Assert.Equal(a == FaceAdvice.None, FaceAdvices.WhyOf(a) is null));
    }

    private static GateVerdict Judge(Action<GreyImage> spoil)
    {
        var picture = Astronaut();
        spoil(picture);
        return FaceGate.Judge(s_face, Quality(picture), 0);
    }

    private static FaceQuality Quality(GreyImage picture)
    {
        using (picture)
        {
            var crop = new float[Side * Side];
            Resampler.Sample(picture, SampleWindow.Square(s_face.CentreX, s_face.CentreY, 1.15 * s_face.Height), Side, Side, crop);
            return FaceQuality.Of(s_face, crop, Side);
        }
    }

    private static void Each(GreyImage picture, Func<double, double> change)
    {
        foreach (ref var p in picture.Pixels) p = (byte)Math.Clamp(change(p), 0, 255);
    }

    private static GreyImage Astronaut()
    {
        using var image = new ImageDecoder().Decode(File.ReadAllBytes(TestPictures.Astronaut)).Value!;
        return image.ToGrey();
    }
}
