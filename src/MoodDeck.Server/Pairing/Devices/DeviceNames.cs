namespace MoodDeck.Server.Pairing.Devices;

/// <summary>What a device is called until somebody calls it something else.</summary>
internal static class DeviceNames
{
    /// <summary>The longest name, in characters.</summary>
    public const int MostLetters = 60;

    // The first that is found counts: browsers and systems name their ancestors after themselves.
    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    /// <summary>Such as <c>Chrome on Android</c>.</summary>
    public static string Of(string userAgent) => (Find(Systems, userAgent), Find(Browsers, userAgent)) switch
    {
        ({ } system, { } browser) => $"{browser} on {system}",
        ({ } system, null) => system,
        (null, { } browser) => browser,
        _ => "A device",
    };

    /// <summary>A name as somebody typed it, without blanks around; null when it is empty, too long, or would spoil a terminal.</summary>
    public static string? Typed(string? name) =>
        name?.Trim() is { Length: > 0 and <= MostLetters } trimmed && !trimmed.Any(char.IsControl) ? trimmed : null;

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
