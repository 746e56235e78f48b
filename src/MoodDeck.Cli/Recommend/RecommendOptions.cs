using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;

namespace MoodDeck.Cli.Recommend;

/// <summary>The options of <c>recommend</c> and the request they make.</summary>
internal sealed class RecommendOptions
{
    private readonly Option<NamedMood?> _mood = ValueParsers.Option<NamedMood?>("--mood", "NAME", $"A mood: {string.Join(", ", NamedMoods.All.Select(m => m.Name))}.", ValueParsers.Mood);
    private readonly Option<Vad?> _vad = ValueParsers.Option<Vad?>("--vad", "v,a,d", "A point: valence, arousal and dominance, each from -1 to 1.", s => ValueParsers.Vad(s));
    private readonly Option<Vad?> _from = ValueParsers.Option<Vad?>("--from", "v,a", "Where you are now, for the strategies that lead somewhere: valence and arousal.", s => ValueParsers.ValenceArousal("--from", s));
    private readonly Option<Strategy> _strategy = ValueParsers.Option("--strategy", "S", $"What to do with the mood: {string.Join(", ", Strategies.Names)}.", ValueParsers.Strategy);
    private readonly FilterOptions _filters = new();
    private readonly Option<int> _limit = ValueParsers.Option("--limit", "N", $"How many tracks, 1 to {RecommendationRequest.MaxLimit} (default: 20).", ValueParsers.WholeNumber("--limit", 1, RecommendationRequest.MaxLimit));
    private readonly Option<int?> _length = ValueParsers.Option<int?>("--length", "N", "In how many songs lift, calm and energise arrive (default: at the end of the queue).", t => ValueParsers.WholeNumber("--length", 1, RecommendationRequest.MaxLimit)(t));
    private readonly Option<int> _done = ValueParsers.Option("--done", "N", "How many of these were heard already (default: 0).", ValueParsers.WholeNumber("--done", 0, RecommendationRequest.MaxLimit));
    private readonly Option<int> _seed = ValueParsers.Option("--seed", "N", "Another number gives another queue, the same one the same (default: 1).", ValueParsers.WholeNumber("--seed", int.MinValue, int.MaxValue));

    /// <summary>A photo to read the mood from.</summary>
    public Option<string?> Image { get; } = new("--image") { HelpName = "P", Description = "A photo to read the mood from." };

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        _strategy.DefaultValueFactory = _ => Strategy.Match;
        _limit.DefaultValueFactory = _ => new RecommendationRequest().Limit;
        _seed.DefaultValueFactory = _ => new RecommendationRequest().Seed;
        foreach (var option in (Option[])[Image, _mood, _vad, _from, _strategy, _filters.Languages, _filters.Artists, _filters.Genres, _filters.Sources, _limit, _length, _done, _seed])
            command.Add(option);
    }

    /// <summary>The request; a point goes before a name, a name before what was seen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seen">The mood of a photo, if one was given.</param>
    public RecommendationRequest RequestOf(ParseResult parsed, MoodEstimate? seen)
    {
        var chosen = parsed.GetValue(_vad) is { } point ? MoodTarget.Of(point)
            : parsed.GetValue(_mood) is { } mood ? MoodTarget.Of(mood)
            : (VadGaussian?)null;
        var strategy = parsed.GetValue(_strategy);
        // A face says where the listener is; a mood chosen beside it says where to go, if the strategy goes anywhere.
        var leads = strategy is Strategy.Lift or Strategy.Calm or Strategy.Energise;
        var start = parsed.GetValue(_from) ?? (chosen is not null && leads ? seen?.Vad.Mean : null);
        return new()
        {
            Target = chosen ?? (seen is null ? null : MoodTarget.Of(seen)),
            From = start,
            Strategy = strategy,
            Languages = parsed.GetRequiredValue(_filters.Languages),
            Artists = parsed.GetRequiredValue(_filters.Artists),
            Genres = parsed.GetRequiredValue(_filters.Genres),
            Sources = parsed.GetRequiredValue(_filters.Sources),
            Limit = parsed.GetValue(_limit),
            Length = parsed.GetValue(_length),
            Done = parsed.GetValue(_done),
            Seed = parsed.GetValue(_seed),
        };
    }
}
