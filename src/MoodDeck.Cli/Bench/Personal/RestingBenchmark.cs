using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>What a personal neutral does for people whose face at rest is read as one expression.</summary>
/// <param name="RestingFaces">How many such faces there are.</param>
/// <param name="ReadsNeutral">Share of further views of the resting face that read as neutral.</param>
/// <param name="NamedWrongly">Share of them that are named something else (not "unsure").</param>
/// <param name="OthersRight">Share of other people's expressive faces that are read rightly when this listener's shift is put on them: its harm at the worst.</param>
/// <param name="OthersNamedRight">The same of those whose label is the expression the resting face is taken for.</param>
/// <param name="OwnRight">
/// Share of simulated expressions of this listener that are read rightly: other people's faces of every label, moved in
/// embedding and logarithms as far as the listener's resting face lies from the mean neutral one.
/// </param>
/// <param name="OwnBalanced">The same, as the mean of the shares over the eight labels that occur.</param>
internal sealed record RestingFigures(
    int RestingFaces, BeforeAfter ReadsNeutral, BeforeAfter NamedWrongly, BeforeAfter OthersRight, BeforeAfter OthersNamedRight, BeforeAfter OwnRight, BeforeAfter OwnBalanced);

/// <summary>Measures a personal neutral on faces that show nothing and are read as something.</summary>
internal sealed class RestingBenchmark(LabelledFaces faces, UnsureRule rule, PersonalFaceOptions options, ulong seed)
{
    // Ten seconds at a few frames a second, and further frames later on.
    private const int CalibrationViews = 30, TestViews = 20, TestFrom = 1000;
    private const int Others = 400, MostFaces = 200;

    /// <summary>For people whose resting face is read as one of <paramref name="takenFor"/>.</summary>
    public RestingFigures Run(IReadOnlyCollection<Emotion> takenFor)
    {
        var draw = new Draw(seed);
        var neutral = faces.All.Where(f => f.Label == Emotion.Neutral).ToList();
        var resting = draw.Some(neutral.Where(f => takenFor.Contains(f.Said.Scores.Top)), MostFaces);
        var mean = MeanFace.Of(neutral.Select(f => f.Said));
        var expressive = draw.Some(faces.All.Where(f => f.Label != Emotion.Neutral), Others);
        var alike = draw.Some(faces.All.Where(f => takenFor.Contains(f.Label)), Others);
        var everything = draw.Some(faces.All, Others);
        List<(double, double)> neutrals = [], named = [], others = [], likes = [], own = [], balanced = [];
        foreach (var face in resting)
        {
            var rest = faces.ViewsOf(face, 0, CalibrationViews);
            PersonalFace personal = new([RestingFace.Of(rest)!], [], options);
            var later = faces.ViewsOf(face, TestFrom, TestViews);
            neutrals.Add(Shares(later, personal, p => p.Scores.Top == Emotion.Neutral));
            named.Add(Shares(later, personal, p => p.Scores.Top != Emotion.Neutral && !p.IsUnsure));
            if (expressive.Count > 0) others.Add(Shares(expressive.Where(o => o.Row != face.Row), personal));
            if (alike.Count > 0) likes.Add(Shares(alike.Where(o => o.Row != face.Row), personal));
            var moved = everything.Where(o => o.Row != face.Row).Select(o => o with { Said = MeanFace.Of(rest).Move(o.Said, mean) }).ToList();
            own.Add(Shares(moved, personal));
            balanced.Add(Balanced(moved, personal));
        }

        return new(resting.Count, BeforeAfter.Of(neutrals), BeforeAfter.Of(named), BeforeAfter.Of(others), BeforeAfter.Of(likes), BeforeAfter.Of(own), BeforeAfter.Of(balanced));
    }

    private (double, double) Balanced(IEnumerable<LabelledFace> some, PersonalFace personal)
    {
        var byLabel = some.GroupBy(f => f.Label).Select(g => Shares(g, personal)).ToList();
        return (byLabel.Average(s => s.General), byLabel.Average(s => s.Personal));
    }

    private (double General, double Personal) Shares(IEnumerable<LabelledFace> some, PersonalFace personal)
    {
        var list = some.ToList();
        return (Share(list, f => f.IsRight(f.Said)), Share(list, f => f.IsRight(personal.Adjust(f.Said, rule))));
    }

    private (double, double) Shares(IReadOnlyList<EmotionPrediction> views, PersonalFace personal, Func<EmotionPrediction, bool> holds) =>
        (Share(views, holds), Share(views, v => holds(personal.Adjust(v, rule))));

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) => items.Count(holds) / (double)items.Count;
}
