using System.Collections.Concurrent;
using MoodDeck.Library;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Listeners;

/// <summary>
/// The faces of the listeners that live sockets go by, learned once and held until something changes: at once what this
/// server changes, within a second what the command line does.
/// </summary>
internal sealed partial class ListenerFaces(IPersonalFaceStore store, TimeProvider time, ILogger<ListenerFaces> logger) : ILivePersonal
{
    private static readonly TimeSpan s_trusted = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    public async ValueTask<PersonalFace?> FindAsync(string listenerId, CancellationToken cancellationToken)
    {
        var known = _known.GetValueOrDefault(listenerId);
        if (known is not null && time.GetElapsedTime(known.LookedAt) < s_trusted) return known.Face;
        try
        {
            return await LookAsync(listenerId, known, cancellationToken);
        }
        catch (LibraryException e)
        {
            // A camera goes on with what was known while the disk is busy.
            NotRead(e.Message);
            return known?.Face ?? PersonalFace.None;
        }
    }

    public async ValueTask<string?> StoreRestAsync(string listenerId, RestingFace rest, CancellationToken cancellationToken) =>
        await StoreAsync(listenerId, async () => await store.StoreRestAsync(listenerId, StoredFaces.Of(rest), cancellationToken));

    public async ValueTask<CorrectionStored> StoreCorrectionAsync(string listenerId, FaceCorrection correction, CancellationToken cancellationToken)
    {
        long id = 0;
        var why = await StoreAsync(listenerId, async () =>
        {
            var stored = await store.AddCorrectionAsync(listenerId, StoredFaces.Of(correction), cancellationToken);
            id = stored?.Id ?? 0;
            return stored is not null;
        });
        return new(id, why);
    }

    /// <summary>To be said after a change: the next reading looks again.</summary>
    public void Changed(string listenerId) => _known.TryRemove(listenerId, out _);

    private async Task<PersonalFace?> LookAsync(string listenerId, Known? known, CancellationToken cancellationToken)
    {
        var lookedAt = time.GetTimestamp();
        // The stamp first: a change between the two is seen as one next time.
        var stamp = await store.StampAsync(listenerId, cancellationToken);
        var face = stamp is null ? null
            : known is not null && known.Stamp == stamp ? known.Face
            : await store.FindAsync(listenerId, cancellationToken) is { } stored ? StoredFaces.Learn(stored) : null;
        if (face is null) _known.TryRemove(listenerId, out _);
        else _known[listenerId] = new(face, stamp!, lookedAt);
        return face;
    }

    private async Task<string?> StoreAsync(string listenerId, Func<Task<bool>> change)
    {
        try
        {
            return await change() ? null : $"There is no listener '{listenerId}' any more.";
        }
        catch (LibraryException e)
        {
            return e.Message;
        }
        finally
        {
            Changed(listenerId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is known of a listener's face cannot be read: {Reason}")]
    private partial void NotRead(string reason);

    private sealed record Known(PersonalFace Face, string Stamp, long LookedAt);
}
