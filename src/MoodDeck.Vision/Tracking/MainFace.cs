namespace MoodDeck.Vision.Tracking;

/// <summary>
/// Which face counts: the largest. Somebody who comes nearer takes over only when clearly larger for a while, so that two
/// people before one camera do not take turns.
/// </summary>
internal sealed class MainFace(FaceTrackerOptions options)
{
    private int? _rival;
    private DateTimeOffset _since;

    /// <summary>The number of the main face; null while there is none.</summary>
    public int? Id { get; private set; }

    /// <summary>Chooses among the faces that count.</summary>
    public void Choose(IReadOnlyList<FaceTrack> faces, DateTimeOffset at)
    {
        var main = faces.FirstOrDefault(f => f.Id == Id);
        var largest = faces.MaxBy(f => f.Box.Area);
        if (main is null)
        {
            (Id, _rival) = (largest?.Id, null);
            return;
        }

        if (largest is null || largest.Box.Area < options.MainAreaRatio * main.Box.Area)
        {
            _rival = null;
            return;
        }

        if (_rival != largest.Id) (_rival, _since) = (largest.Id, at);
        if ((at - _since).TotalSeconds >= options.MainSeconds) (Id, _rival) = (largest.Id, null);
    }
}
