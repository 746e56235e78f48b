using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Pieces;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Tests.Composition;

public sealed class PlanTests
{
    public static TheoryData<string> Titles => [.. PieceBook.All.Select(p => p.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Tune_OfAPiece_RestsOnItsHarmony(string title)
    {
        var plan = new Plan(Spec(title));
        var firstBeats = plan.Tune.Where(n => n.Start % plan.BarBeats == 0).ToArray();

        Assert.True(plan.Tune.Count >= 20);
        Assert.All(plan.Tune, n => Assert.InRange(n.Pitch, 52, 90));
        var resting = firstBeats.Count(n => plan.Harmony.At(n.Start).Chord.Contains(n.Pitch));
        Assert.True(resting >= 0.6 * firstBeats.Length, $"{resting} of {firstBeats.Length} first beats are chord tones");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Tune_OfAPiece_SingsMoreThanItLeaps(string title)
    {
        var plan = new Plan(Spec(title));
        var steps = plan.Tune.Zip(plan.Tune.Skip(1)).Where(p => p.Second.Start - p.First.Start <= plan.BarBeats).Select(p => Math.Abs(p.Second.Pitch - p.First.Pitch)).ToArray();

        Assert.True(steps.Average() < 4.6, $"{steps.Average():0.0} semitones on average");
        Assert.True(steps.Count(s => s == 0) < 0.3 * steps.Length, "too many notes repeat");
        Assert.True(steps.Count(s => s > 9) <= 0.05 * steps.Length, "too many wide leaps");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Tune_OfASection_ComesAgainChangedButRecognisable(string title)
    {
        var plan = new Plan(Spec(title));
        var sung = plan.Form.Where(s => plan.Tune.Any(n => plan.SectionAt(n.Start) == s)).GroupBy(s => s.Letter).Where(g => g.Count() > 1);

        foreach (var (first, second) in sung.Select(g => (g.First(), g.Skip(1).First())))
        {
            var shared = Places(plan, first).Intersect(Places(plan, second)).Count();
            Assert.True(shared >= 0.5 * Places(plan, first).Count(), $"{first.Name} and {second.Name} share {shared} notes");
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Compose_APiece_EveryPartPlaysWithinIt(string title)
    {
        var score = Score.Compose(Spec(title));

        Assert.InRange(score.DurationSeconds, 60, 120);
        foreach (var part in score.Parts)
        {
            Assert.NotEmpty(part.Notes);
            Assert.All(part.Notes, n => Assert.True(n.Start >= 0 && n.Length > 0 && n.Start < score.Plan.Beats && n.Velocity is > 0 and <= 1.1));
            Assert.All(part.Strikes, s => Assert.True(s.StartSeconds >= 0 && s.StartSeconds < score.DurationSeconds - 1 && s.Velocity is > 0 and <= 1));
            if (part.Spec is not DrumPart) Assert.All(part.Notes, n => Assert.InRange(n.Pitch, 26, 102));
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Compose_ChordsAndBass_KeepToTheHarmony(string title)
    {
        var score = Score.Compose(Spec(title));
        foreach (var part in score.Parts)
        {
            if (part.Spec is ArpeggioPart or PadPart) Assert.All(part.Notes, n => Assert.True(score.Plan.Harmony.At(n.Start).Chord.Contains(n.Pitch)));
            if (part.Spec is not BassPart) continue;
            var downbeats = part.Notes.Where(n => n.Start % score.Plan.BarBeats == 0).ToArray();
            Assert.All(downbeats, n => Assert.True(score.Plan.Harmony.At(n.Start).Chord.Contains(n.Pitch) || n.Pitch % 12 == score.Plan.Harmony.At(n.Start).Chord.Bass));
        }
    }

    [Fact]
    public void Compose_DrumsOfALongSection_AreNotOneLoop()
    {
        var score = Score.Compose(Spec("Copper Wire"));
        var drums = score.Parts.Single(p => p.Spec is DrumPart);
        var bars = drums.Notes.GroupBy(n => (int)(n.Start / 4)).Select(g => string.Join(' ', g.OrderBy(n => n.Start).Select(n => $"{n.Pitch}@{n.Start % 4:0.00}"))).ToArray();

        Assert.True(bars.Distinct().Count() >= 8, $"{bars.Distinct().Count()} different bars of {bars.Length}");
        Assert.Contains(drums.Notes, n => n.Pitch == (int)Drum.Snare && n.Velocity < 0.45);
    }

    private static PieceSpec Spec(string title) => PieceBook.All.Single(p => p.Title == title);

    private static IEnumerable<(double, int)> Places(Plan plan, Section section) =>
        plan.Tune.Where(n => plan.SectionAt(n.Start) == section).Select(n => (n.Start - (section.FirstBar * plan.BarBeats), n.Pitch % 12));
}
