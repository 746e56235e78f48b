using System.Text.Json;
using System.Text.Json.Serialization;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Taste;

/// <summary>What somebody said at the beginning.</summary>
/// <param name="Artists">Artists they like.</param>
/// <param name="Languages">Languages they like songs in.</param>
/// <param name="Verdicts">What they said of the songs they tasted; <see cref="TrackVerdict.None"/> teaches nothing.</param>
public sealed record TasteStart(IReadOnlyList<string> Artists, IReadOnlyList<string> Languages, IReadOnlyList<(string TrackId, TrackVerdict Verdict)> Verdicts);

/// <summary>What was learnt of listeners, to look at, to begin with, to take along.</summary>
public sealed class TasteBook(ITasteStore store, TasteShelf shelf, ICatalogue catalogue)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>What was learnt, with names as the catalogue writes them; null when there is no such listener.</summary>
    public async Task<TasteProfile?> ProfileAsync(string listenerId, CancellationToken cancellationToken = default)
    {
        if (await store.StateAsync(listenerId, cancellationToken) is null) return null;
        var lessons = await store.LessonsAsync(listenerId, cancellationToken);
        var index = await catalogue.IndexAsync(cancellationToken);
        var profile = await Task.Run(() => TasteModel.ProfileOf(lessons), cancellationToken);
        return profile with { Artists = Named(profile.Artists, index.Artists), Genres = Named(profile.Genres, index.Genres) };
    }

    /// <summary>Songs to begin with, see <see cref="Tasting"/>.</summary>
    public async Task<IReadOnlyList<Track>> TastingAsync(IReadOnlyList<string> languages, IReadOnlyList<string> artists, int seed, CancellationToken cancellationToken = default)
    {
        var index = await catalogue.IndexAsync(cancellationToken);
        return await catalogue.FindAsync(await Task.Run(() => Tasting.Choose(index, languages, artists, seed), cancellationToken), cancellationToken);
    }

    /// <summary>Takes in how somebody begins; returns how many lessons it made.</summary>
    public async Task<int> StartAsync(string listenerId, TasteStart start, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var index = await catalogue.IndexAsync(cancellationToken);
        var learnt = 0;
        foreach (var lesson in start.Artists.Select(a => Tasting.Likes(index, a)).OfType<Lesson>().Concat(start.Languages.Select(Tasting.LikesLanguage)).Distinct())
            if (await shelf.LearnAsync(listenerId, lesson, cancellationToken)) learnt++;
        foreach (var (trackId, verdict) in start.Verdicts.Where(v => v.Verdict != TrackVerdict.None).Distinct())
            if (await shelf.LearnAsync(listenerId, trackId, null, new(null, null, verdict), cancellationToken)) learnt++;
        return learnt;
    }

    /// <summary>Writes all lessons, and how often each track was heard, as JSON; returns how many lessons there are.</summary>
    public async Task<int> ExportAsync(Stream output, string listenerId, CancellationToken cancellationToken = default)
    {
        var lessons = await store.LessonsAsync(listenerId, cancellationToken);
        await JsonSerializer.SerializeAsync(output, new { listener = listenerId, lessons, plays = await store.PlayCountsAsync(listenerId, cancellationToken) }, Json, cancellationToken);
        return lessons.Count;
    }

    private static IReadOnlyList<NamedTaste> Named(IReadOnlyList<NamedTaste> tastes, Recommend.Columns.InternedColumn column) =>
        [.. tastes.Select(t => column.NumberOf(t.Name) is > 0 and var number ? t with { Name = column.ValueOf(number) } : t)];
}
