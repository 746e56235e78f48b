namespace MoodDeck.Server;

/// <summary>The server was asked to listen where it must not; the message says why and what to do.</summary>
public sealed class ServerAddressException(string message) : Exception(message);
