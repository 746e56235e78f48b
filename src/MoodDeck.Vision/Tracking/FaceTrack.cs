using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tracking;

/// <summary>One face over time.</summary>
internal sealed class FaceTrack(int id, FaceTrackerOptions options)
{
    private readonly BoxSmoother _smoother = new(options);
    private FaceBox _last;
    private DateTimeOffset? _seenAt;
    private int _frames;

    public int Id => id;

    public bool IsConfirmed { get; private set; }

    public bool IsSeen { get; private set; }

    public double Score { get; private set; }

    public FaceBox Box => _smoother.Box;

    public double Speed => _smoother.Speed;

    /// <summary>Where it should be now. A guess reaches only as far as a gap may be bridged.</summary>
    public FaceBox ExpectedAt(DateTimeOffset at) => _smoother.Ahead(_last, Math.Min(SecondsUnseen(at), options.BridgeSeconds));

    /// <summary>It was found in this frame.</summary>
    public void Found(DetectedFace face, DateTimeOffset at, bool confirm)
    {
        _smoother.Add(face.Box, Math.Max(SecondsUnseen(at), 1e-3));
        (_last, _seenAt, Score, IsSeen) = (face.Box, at, face.Score, true);
        IsConfirmed |= confirm || ++_frames >= options.ConfirmingFrames;
    }

    /// <summary>It was not found in this frame.</summary>
    public void Missed() => IsSeen = false;

    /// <summary>Whether it is shown: it counts, and was found lately.</summary>
    public bool IsShownAt(DateTimeOffset at) => IsConfirmed && SecondsUnseen(at) <= options.BridgeSeconds;

    /// <summary>Whether it is forgotten: a face that counts may be missed for a while, one that does not yet may not.</summary>
    public bool IsGone(DateTimeOffset at) => !IsSeen && (!IsConfirmed || SecondsUnseen(at) > options.RememberSeconds);

    private double SecondsUnseen(DateTimeOffset at) => _seenAt is { } seen ? (at - seen).TotalSeconds : 0;
}
