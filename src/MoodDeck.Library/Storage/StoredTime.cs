using System.Globalization;

namespace MoodDeck.Library.Storage;

/// <summary>Times as the database holds them: UTC, all of one width, so that their order as text is their order in time.</summary>
internal static class StoredTime
{
    public static string Of(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
