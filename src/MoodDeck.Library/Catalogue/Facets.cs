namespace MoodDeck.Library.Catalogue;

/// <summary>One value to filter by.</summary>
/// <param name="Value">What a request names.</param>
/// <param name="Name">What people read.</param>
/// <param name="Tracks">Tracks that have it.</param>
/// <param name="Playable">Those of them that play here.</param>
public sealed record Facet(string Value, string Name, int Tracks, int Playable);

/// <summary>Every value to filter by, most tracks first.</summary>
/// <param name="Languages">Values are ISO 639-1 codes or <c>zxx</c>, names English.</param>
/// <param name="Artists">Main artists.</param>
/// <param name="Genres">Genres.</param>
/// <param name="Sources">Sources.</param>
public sealed record Facets(
    IReadOnlyList<Facet> Languages, IReadOnlyList<Facet> Artists, IReadOnlyList<Facet> Genres, IReadOnlyList<Facet> Sources);

/// <summary>How much the catalogue holds.</summary>
/// <param name="Tracks">All tracks.</param>
/// <param name="Playable">Tracks that play here.</param>
/// <param name="Artists">Different main artists.</param>
/// <param name="Languages">Different languages, <c>zxx</c> included.</param>
/// <param name="WithMood">Tracks whose mood is known.</param>
/// <param name="DurationSeconds">Length of the playable tracks together.</param>
/// <param name="Sources">Tracks by source.</param>
public sealed record CatalogueStats(
    int Tracks, int Playable, int Artists, int Languages, int WithMood, double DurationSeconds, IReadOnlyList<Facet> Sources);
