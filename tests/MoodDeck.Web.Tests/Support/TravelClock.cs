namespace MoodDeck.Web.Tests.Support;

/// <summary>The system's clock, which goes to another time while something is written down that happened then.</summary>
internal sealed class TravelClock : TimeProvider
{
    private TimeSpan _ahead;

    public void GoTo(DateTimeOffset time) => _ahead = time - base.GetUtcNow();

    public void Return() => _ahead = TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
