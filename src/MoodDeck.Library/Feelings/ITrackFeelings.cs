using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Feelings;

/// <summary>Where listeners say that tracks belong on the plane, whatever they sound like: "not sad to me".</summary>
public interface ITrackFeelings
{
    /// <summary>Everything a listener said, by track; dominance is 0. Empty for an unknown listener.</summary>
    Task<IReadOnlyDictionary<string, Vad>> ListAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Says where a track belongs for a listener; false when listener or track is not known.</summary>
    /// <exception cref="ArgumentException">The point lies outside [-1, 1].</exception>
    Task<bool> SetAsync(string listenerId, string trackId, double valence, double arousal, CancellationToken cancellationToken = default);

    /// <summary>Takes it back; nothing happens where nothing was said.</summary>
    Task RemoveAsync(string listenerId, string trackId, CancellationToken cancellationToken = default);
}
