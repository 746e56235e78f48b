using System.Globalization;

namespace MoodDeck.Library.Tests;

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class FixedClock(string now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => Now;
}
