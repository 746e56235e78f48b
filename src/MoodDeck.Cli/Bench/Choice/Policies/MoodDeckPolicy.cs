using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Cli.Bench.Choice.Policies;

/// <summary>What MoodDeck serves: the recommender, a taste that starts empty, and readings fused as they come.</summary>
internal sealed class MoodDeckPolicy(SimulatedCatalogue catalogue) : IChoicePolicy
{
    // A song counts as a second, in which a mood seldom moves further.
    private const double DriftPerSong = 0.08;
    private readonly Recommender _recommender = new(catalogue.Index);
    private readonly TasteModel _taste = new();
    private readonly MoodFusion _fusion = new(new() { DriftPerSecond = DriftPerSong });
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private PlayMemory _plays = PlayMemory.Empty;
    private VadGaussian? _mood;
    private ChosenFor? _chosenFor;

    public void See(Vad mood)
    {
        const double variance = SimulatedListener.ReadingSigma * SimulatedListener.ReadingSigma;
        var ignorance = VadCovariance.Widest.DD;
        _fusion.Add(new(MoodSense.Dial, _now, new(mood, new(variance, variance, ignorance))));
        _mood = MoodTarget.Of(_fusion.At(_now));
    }

    public int Choose(int song)
    {
        if (_mood is not null) _mood = MoodTarget.Of(_fusion.At(_now));
        RecommendationRequest request = new() { Target = _mood, Strategy = Strategy.Match, Limit = 1, Seed = song, Listener = new(_taste.Snapshot(), _plays) };
        var chosen = _recommender.Recommend(request).Tracks[0];
        _chosenFor = chosen.ChosenFor;
        return int.Parse(chosen.Id, CultureInfo.InvariantCulture);
    }

    public void Learn(Heard heard)
    {
        var id = heard.Track.ToString(CultureInfo.InvariantCulture);
        TrackOutcome outcome = new(heard.SkippedAt is not null, heard.SkippedAt, heard.Liked ? TrackVerdict.Like : TrackVerdict.None);
        var lesson = LessonMaker.Of(catalogue.Index, id, _chosenFor, _plays, outcome)!;
        _taste.Learn(lesson);
        _plays = _plays.After(id, lesson.Artist);
        _now = _now.AddSeconds(1);
    }
}
