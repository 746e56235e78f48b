using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using MoodDeck.Library.Catalogue;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Stations;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Stations;

/// <summary>The map of all stations as it is answered, written once for each state of the catalogue. Safe for concurrent use.</summary>
internal sealed class StationShelf(ICatalogue catalogue)
{
    private volatile Written? _written;

    /// <summary>The JSON and what tells it from that of another state.</summary>
    public async Task<(byte[] Document, EntityTagHeaderValue Tag)> GetAsync(CancellationToken cancellationToken)
    {
        // The catalogue hands out the same index until a track changes.
        var index = await catalogue.IndexAsync(cancellationToken);
        if (_written is not { } written || written.Index != index) _written = written = Write(index);
        return (written.Document, written.Tag);
    }

    private static Written Write(TrackIndex index)
    {
        var map = StationMap.Of(index);
        var grid = map.Counts is { } counts ? new StationGridAnswer(StationMap.GridSize, counts) : null;
        var document = JsonSerializer.SerializeToUtf8Bytes(new StationsAnswer(map.Total, map.Playable, map.Points, grid), MoodDeckJson.Options);
        return new(index, document, new($"\"{Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(0, 12))}\""));
    }

    private sealed record Written(TrackIndex Index, byte[] Document, EntityTagHeaderValue Tag);
}
