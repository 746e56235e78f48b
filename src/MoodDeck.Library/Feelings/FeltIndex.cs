using MoodDeck.Audio.Probing;
using MoodDeck.Library.Catalogue;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Feelings;

/// <summary>The catalogue as a listener feels it: each track where they say that it belongs, else where it was heard to lie.</summary>
public sealed class FeltIndex(ICatalogue catalogue, ITrackFeelings feelings)
{
    // A listener's own word is meant as surely as the tags of a file.
    private const double SaidSigma = MoodTags.StatedSigma;

    /// <summary>The index of one listener.</summary>
    public async Task<TrackIndex> OfAsync(string listenerId, CancellationToken cancellationToken = default) =>
        (await catalogue.IndexAsync(cancellationToken)).WithPlaces(await feelings.ListAsync(listenerId, cancellationToken), SaidSigma);
}
