using MoodDeck.Library.Playlists.Smart;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Playlists;

/// <summary>What a smart playlist is to be. <see cref="Version"/> may come as If-Match instead, and is not needed for a new one.</summary>
internal sealed record SmartPlaylistBody(string? Name, SmartRules? Rules, int? Version);

/// <summary>Rules to be tried.</summary>
internal sealed record SmartPreviewBody(SmartRules? Rules);

/// <summary>What a plain playlist made of a smart one is called; its own name when left out.</summary>
internal sealed record SmartCopyBody(string? Name);

/// <summary>A smart playlist.</summary>
internal sealed record SmartPlaylistAnswer(long Id, string Name, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, SmartRules Rules)
{
    public static SmartPlaylistAnswer Of(SmartPlaylist list) => new(list.Id, list.Name, list.Version, list.CreatedAt, list.UpdatedAt, list.Rules);
}

/// <summary>What rules hold now: tracks that pass them, those of them that play here, tracks of the list up to its limit, and a page of these.</summary>
internal sealed record SmartTracksAnswer(int Matching, int Playable, int Total, IReadOnlyList<TrackAnswer> Tracks)
{
    public static SmartTracksAnswer Of(SmartTracks tracks) =>
        new(tracks.Matching, tracks.Playable, tracks.Total, [.. tracks.Tracks.Select(t => TrackAnswer.Of(t, DeckServer.ApiRoot))]);
}
