using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Groups;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Radio;

namespace MoodDeck.Library.Radio;

/// <summary>What a radio is to be started from: exactly one of these.</summary>
/// <param name="Track">A track, by id.</param>
/// <param name="Artist">An artist, by name.</param>
/// <param name="Group">A mood group, by its number.</param>
public sealed record RadioWish(string? Track = null, string? Artist = null, int? Group = null);

/// <summary>Tunes requests to a radio.</summary>
public sealed class RadioStation(ICatalogue catalogue, FeltIndex felt, ILibraryMoods moods)
{
    /// <summary>
    /// The request with the radio's mood for its target, leaning to what is like the seed; the artist gap and every filter stay. Null
    /// where the library has not what the radio is to be started from.
    /// </summary>
    /// <param name="wish">What it is started from.</param>
    /// <param name="request">Everything else that is wanted.</param>
    /// <param name="listenerId">Who listens, whose word on where a track belongs counts; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RecommendationRequest?> TuneAsync(RadioWish wish, RecommendationRequest request, string? listenerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Group is { } number)
        {
            var groups = (await moods.FindAsync(cancellationToken: cancellationToken)).Moods.Groups;
            return number >= 1 && number <= groups.Count ? RadioSeeds.OfGroup(groups[number - 1]).In(request) : null;
        }

        var index = listenerId is null ? await catalogue.IndexAsync(cancellationToken) : await felt.OfAsync(listenerId, cancellationToken);
        return (wish.Track is { } id ? RadioSeeds.OfTrack(index, id) : RadioSeeds.OfArtist(index, wish.Artist ?? ""))?.In(request);
    }
}
