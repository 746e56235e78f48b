using MoodDeck.Training.Robustness;

namespace MoodDeck.Training.Tests.Robustness;

public sealed class FaceDistortionsTests
{
    private const int Side = 48;

    public static TheoryData<string> Names => [.. FaceDistortions.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_AnyDistortion_ChangesTheFaceTheSameWayEachTimeWithinGreyValues(string name)
    {
        float[] once = Face(), again = Face();

        Of(name).Apply(once, 5);
        Of(name).Apply(again, 5);

        Assert.Equal(once, again);
        Assert.NotEqual(Face(), once);
        Assert.All(once, p => Assert.InRange(p, 0, 255));
    }

    [Fact]
    public void Apply_Dark_LeavesAQuarterOfTheLight()
    {
        var face = Face();
        Of("dark").Apply(face, 0);

        Assert.Equal(Face().Average() / 4, face.Average(), 1f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Apply_HalfCovered_LeavesTheOtherHalfAsItWas(int number)
    {
        var face = Face();
        Of("half covered").Apply(face, number);

        Assert.InRange(face.Zip(Face()).Count(p => p.First == p.Second), face.Length / 2, face.Length * 0.55);
    }

    [Fact]
    public void Apply_Turned_MovesACornerByTwentyDegrees()
    {
        var face = new float[Side * Side];
        for (var y = 8; y < 12; y++) face.AsSpan((y * Side) + 22, 4).Fill(250);

        Of("turned").Apply(face, 0);

        var bright = Enumerable.Range(0, face.Length).Where(i => face[i] > 100).ToArray();
        var (x, y2) = (bright.Average(i => i % Side) - 23.5, bright.Average(i => i / Side) - 23.5);
        Assert.Equal(20, Math.Abs(Math.Atan2(x, -y2)) * 180 / Math.PI, 2.0);
    }

    private static FaceDistortion Of(string name) => FaceDistortions.All.Single(d => d.Name == name);

    private static float[] Face()
    {
        var face = new float[Side * Side];
        for (var i = 0; i < face.Length; i++) face[i] = MathF.Round(128 + (100 * MathF.Sin(i % Side / 3f) * MathF.Cos(i / Side / 4f)));
        return face;
    }
}
