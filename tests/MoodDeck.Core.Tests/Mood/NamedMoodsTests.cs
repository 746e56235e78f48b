using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public sealed class NamedMoodsTests
{
    [Fact]
    public void Nearest_CentreOfEachRimWord_IsThatWord()
    {
        Assert.Equal(12, NamedMoods.All.Count(m => m.OnRim));
        Assert.All(NamedMoods.All.Where(m => m.OnRim), m => Assert.Equal(m.Name, NamedMoods.Nearest(m.Centre).Name));
    }

    [Fact]
    public void Nearest_AnyPointOffTheCentre_IsTheRimWordWithinFifteenDegrees() => Moods.ForAll(Moods.Vads, point =>
    {
        var mood = NamedMoods.Nearest(point);
        var radius = Math.Sqrt((point.Valence * point.Valence) + (point.Arousal * point.Arousal));
        if (radius < 0.15)
        {
            Assert.Equal("neutral", mood.Name);
            return;
        }

        Assert.True(mood.OnRim);
        Assert.InRange(AngleBetween(point, mood.Centre), 0, 15.01);
    });

    [Fact]
    public void Nearest_OnceAround_ChangesTwelveTimes()
    {
        var names = Enumerable.Range(0, 3600)
            .Select(i => NamedMoods.Nearest(new(0.5 * Math.Cos(i * Math.PI / 1800), 0.5 * Math.Sin(i * Math.PI / 1800), 0)).Name).ToList();
        Assert.Equal(12, names.Where((name, i) => name != names[(i + 1) % names.Count]).Count());
    }

    [Fact]
    public void Nearest_SmallStepAwayFromABorder_KeepsTheLabel()
    {
        var settled = Moods.Vads.Where(p => Math.Sqrt((p.Valence * p.Valence) + (p.Arousal * p.Arousal)) > 0.3
            && AngleBetween(p, NamedMoods.Nearest(p).Centre) < 12);
        Moods.ForAll(settled.Zip(Moods.Vads), pair =>
        {
            var moved = pair.Item1 + (0.01 * pair.Item2);
            Assert.Equal(NamedMoods.Nearest(pair.Item1).Name, NamedMoods.Nearest(moved).Name);
        });
    }

    [Fact]
    public void All_Moods_LieInTheSpaceAndHaveNamesOfTheirOwn()
    {
        Assert.All(NamedMoods.All, m => Assert.True(m.Centre.IsInRange && m.Spread > 0));
        Assert.Equal(22, NamedMoods.All.Select(m => m.Name).Distinct().Count());
    }

    [Theory]
    [InlineData(" CALM ", "calm")]
    [InlineData("Nostalgic", "nostalgic")]
    public void Find_IgnoringCase_FindsIt(string text, string name) => Assert.Equal(name, NamedMoods.Find(text)?.Name);

    [Fact]
    public void Find_MoodNoOneDefined_IsNull() => Assert.Null(NamedMoods.Find("no-such-mood"));

    private static double AngleBetween(Vad a, Vad b)
    {
        var degrees = Math.Abs(Math.Atan2(a.Arousal, a.Valence) - Math.Atan2(b.Arousal, b.Valence)) * 180 / Math.PI;
        return Math.Min(degrees, 360 - degrees);
    }
}
