using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend;

/// <summary>Says why a track stands where it stands: the terms of its sum, each in words that are true of that track.</summary>
internal sealed class ReasonWriter(TrackIndex index, RecommendationRequest request, RankingSum sum)
{
    private readonly MoodReason _mood = new(index, request, sum);

    /// <summary>The terms of a row at a place: the mood first, then what speaks for it and what against, each by size; those that are 0 are left out.</summary>
    public IReadOnlyList<ScoreTerm> Terms(int row, in RowTerms terms, int? before, int place)
    {
        var rest = new List<ScoreTerm>();
        for (var kind = TermKind.Mood + 1; kind <= TermKind.Draw; kind++)
            if (terms[kind] != 0) rest.Add(new(kind, terms[kind], Math.Abs(terms[kind]) >= WorthSaying(kind) ? WordsOf(kind, terms[kind], row, before) : null));
        return [new(TermKind.Mood, terms[TermKind.Mood], _mood.Of(row, before, place)), .. rest.OrderByDescending(t => t.Value > 0).ThenByDescending(t => Math.Abs(t.Value))];
    }

    /// <summary>What is no term of the sum but good to know: that it plays here, or what was asked for that it is.</summary>
    public Remark? Beside(int row)
    {
        if (index.IsPlayable(row)) return Remark.Of("reason.playsHere");
        var language = index.Languages.ValueOf(index.Languages[row]);
        if (request.Strategy == Strategy.Focus && language == MusicLanguages.WithoutWords) return Remark.Of("reason.noWords");
        if (request.Artists.Count > 0) return Remark.Of("reason.artist", ("artist", ArtistOf(row)));
        if (request.Languages.Count > 0)
            return language == MusicLanguages.WithoutWords ? Remark.Of("reason.withoutWords") : Remark.Of("reason.language", ("language", language));
        return request.Genres.Count > 0 ? Remark.Of("reason.genre", ("genre", index.Genres.ValueOf(index.Genres[row]))) : null;
    }

    // Small steps off the way and a little curiosity are in nearly every place of a queue.
    private static float WorthSaying(TermKind kind) => kind is TermKind.Step or TermKind.Curiosity ? RankingRules.WorthSayingOften : RankingRules.WorthSaying;

    private Remark? WordsOf(TermKind kind, float value, int row, int? before) => kind switch
    {
        TermKind.Words => Remark.Of("reason.words"),
        TermKind.Taste => TasteWords(row, value),
        TermKind.Novelty => Remark.Of("reason.new", ("artist", ArtistOf(row))),
        TermKind.Freshness => Remark.Of("reason.heard.song"),
        TermKind.Variety => Remark.Of("reason.heard.artist", ("artist", ArtistOf(row))),
        TermKind.Flow => before is { } last ? FlowWords(Flow.Between(index.MixOf(last), index.MixOf(row))) : null,
        TermKind.Step => Remark.Of(before is { } from && sum.GoesBack(from, row) ? "reason.step.back" : "reason.step.off"),
        TermKind.Radio => Remark.Of("reason.radio"),
        TermKind.Here => Remark.Of("reason.notHere"),
        TermKind.Curiosity => Remark.Of("reason.curious"),
        _ => null,
    };

    private Remark? TasteWords(int row, float value)
    {
        (string Code, string Name)? of = sum.TasteIn(row, value > 0) switch
        {
            TasteSubject.Artist => ("artist", ArtistOf(row)),
            TasteSubject.Genre => ("genre", index.Genres.ValueOf(index.Genres[row])),
            // Nobody sings in no language; a taste for music without words has no words of its own.
            TasteSubject.Language when index.Languages.ValueOf(index.Languages[row]) is not MusicLanguages.WithoutWords and var language => ("language", language),
            _ => null,
        };
        return of is { } o ? Remark.Of($"reason.{(value > 0 ? "likes" : "dislikes")}.{o.Code}", (o.Code, o.Name)) : null;
    }

    // Of the three the one that says most in the direction of the whole.
    private static Remark? FlowWords(Flow flow)
    {
        var sign = Math.Sign(flow.Overall);
        var (name, value) = new[] { ("tempo", flow.Tempo), ("key", flow.Key), ("loudness", flow.Loudness) }.MaxBy(part => part.Item2 * sign);
        return value * sign > 0 ? Remark.Of($"reason.{(sign > 0 ? "flows" : "jolts")}.{name}") : null;
    }

    private string ArtistOf(int row) => index.Artists.ValueOf(index.Artists[row]);
}
