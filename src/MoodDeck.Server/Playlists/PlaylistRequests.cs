using System.Globalization;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Playlists;

/// <summary>What requests about plain and about smart playlists have in common.</summary>
internal static class PlaylistRequests
{
    public static ProblemHttpResult VersionMissing { get; } = ProblemKind.VersionMissing.With(
        "Say which version is to be changed, as 'version' or as If-Match, so that nobody's change is undone unseen. GET the playlist tells it.");

    /// <summary>The version a change is meant for; null where it says none. A tag that is none of ours is of no version.</summary>
    public static int? VersionOf(int? version, HttpRequest request) =>
        version ?? (request.Headers.IfMatch.Count == 0 ? null : int.TryParse(request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var tag) ? tag : 0);

    public static void Tag(HttpResponse response, int version) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static ProblemHttpResult? RefuseName(string? name, bool needed) =>
        (name is not null || needed) && PersonalName.Read(name, PersonalName.MostOfPlaylist) is null
            ? ProblemKind.BadOption.With($"'name' must have 1 to {PersonalName.MostOfPlaylist} characters on one line.")
            : null;

    public static ProblemHttpResult Refused(string id, long playlistId, PlaylistRefusal refusal, string? unknownTrackId, (string Name, int Version)? now) => refusal switch
    {
        PlaylistRefusal.UnknownListener => ListenerEndpoints.Unknown(id),
        PlaylistRefusal.UnknownPlaylist => Unknown(playlistId),
        PlaylistRefusal.UnknownTrack => ProblemKind.UnknownTrack.With($"Neither the catalogue nor the playlist has a track '{unknownTrackId}'."),
        PlaylistRefusal.Stale => ProblemKind.Stale.With($"'{now?.Name}' was changed meanwhile and is version {now?.Version} now. Get it again and change that."),
        _ => ProblemKind.Full.With($"There are {IPlaylistStore.MostPlaylists} playlists already. Remove one first."),
    };

    public static ProblemHttpResult Unknown(long playlistId) => ProblemKind.UnknownPlaylist.With($"This listener has no playlist {playlistId} (any more).");

    public static string FileNameOf(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? c : '_'));
}
