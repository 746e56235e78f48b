using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>What some corrections do at once.</summary>
/// <param name="Corrections">How many wrongly read faces were corrected, each once.</param>
/// <param name="Trials">How often, each time with other faces.</param>
/// <param name="CorrectedRight">Share of further views of the corrected faces that are read rightly.</param>
/// <param name="CorrectedNamedRight">The same, named (not "unsure").</param>
/// <param name="OthersRight">Share of all other people's faces that are read rightly with this head.</param>
internal sealed record CorrectionFigures(int Corrections, int Trials, BeforeAfter CorrectedRight, BeforeAfter CorrectedNamedRight, BeforeAfter OthersRight);

/// <summary>Measures what corrections do to the faces they are of, and to all others.</summary>
internal sealed class CorrectionBenchmark(LabelledFaces faces, UnsureRule rule, PersonalFaceOptions options, ulong seed)
{
    private const int TestViews = 10, TestFrom = 1000, Others = 1000;

    /// <summary>Corrects that many wrongly read faces, again and again.</summary>
    public CorrectionFigures? Run(int corrections, int trials)
    {
        var draw = new Draw(seed);
        var wrong = faces.All.Where(f => !f.IsRight(f.Said)).ToList();
        if (wrong.Count < corrections) return null;
        List<(double, double)> right = [], named = [], others = [];
        for (var trial = 0; trial < trials; trial++)
        {
            var corrected = draw.Some(wrong, corrections);
            var rows = corrected.Select(f => f.Row).ToHashSet();
            PersonalFace personal = new([], [.. corrected.Select(f => FaceCorrection.Of(f.Said, f.Label)!)], options);
            var views = corrected.SelectMany(f => faces.ViewsOf(f, TestFrom, TestViews).Select(v => f with { Said = v })).ToList();
            right.Add(Shares(views, personal, (f, p) => f.IsRight(p)));
            named.Add(Shares(views, personal, (f, p) => f.IsRight(p) && !p.IsUnsure));
            others.Add(Shares(draw.Some(faces.All.Where(f => !rows.Contains(f.Row)), Others), personal, (f, p) => f.IsRight(p)));
        }

        return new(corrections, trials, BeforeAfter.Of(right), BeforeAfter.Of(named), BeforeAfter.Of(others));
    }

    private (double, double) Shares(List<LabelledFace> some, PersonalFace personal, Func<LabelledFace, EmotionPrediction, bool> holds) =>
        (some.Count(f => holds(f, f.Said)) / (double)some.Count, some.Count(f => holds(f, personal.Adjust(f.Said, rule))) / (double)some.Count);
}
