using System.Net.Http.Headers;
using System.Text.Json;
using MoodDeck.Library.Import;
using MoodDeck.Recommend.Stations;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Stations;

public sealed class StationTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task GetStations_SmallCatalogue_TellsWhereEveryTrackLies()
    {
        var stations = await host.JsonAsync("/api/v1/stations");
        Assert.Equal(["total", "playable", "points", "grid"], stations.Names());
        var points = stations.GetProperty("points").EnumerateArray().Select(p => p.GetInt32()).ToList();
        Assert.Equal((2 * stations.GetProperty("total").GetInt32(), 2), (points.Count, stations.GetProperty("playable").GetInt32()));
        Assert.Equal([(-50, -40), (70, 60)], points.Take(4).Chunk(2).Select(p => (p[0], p[1])).Order());
        Assert.All(points, p => Assert.InRange(p, -100, 100));
        Assert.Equal(JsonValueKind.Null, stations.GetProperty("grid").ValueKind);
    }

    [Fact]
    public async Task GetStations_Unchanged_IsNotSentAgain()
    {
        using var first = await host.Client.GetAsync("/api/v1/stations");
        Assert.Equal("no-cache, private", first.Headers.CacheControl?.ToString());
        using var again = await AskAsync(first.Headers.ETag!);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));

        await host.Get<ITableImporter>().ImportAsync(host.Folder.Write("station.csv", "title,artist,valence,arousal\nFresh,Station,0.1,0.2\n"));
        using var changed = await AskAsync(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task GetStationsNear_Point_NamesTheNearestFirst()
    {
        var near = (await host.JsonAsync("/api/v1/stations/near?valence=0.7&arousal=0.6&limit=5")).GetProperty("stations").EnumerateArray().ToList();
        Assert.Equal(5, near.Count);
        Assert.Contains(near, s => s.GetProperty("title").GetString() == MusicHost.Bright && s.GetProperty("playable").GetBoolean());
        var distances = near.Select(s => Math.Pow(s.GetProperty("valence").GetDouble() - 0.7, 2) + Math.Pow(s.GetProperty("arousal").GetDouble() - 0.6, 2)).ToList();
        Assert.Equal(distances.Order(), distances);
    }

    [Theory]
    [InlineData("", "bad-vad")]
    [InlineData("?valence=0.3", "bad-vad")]
    [InlineData("?valence=0.3&arousal=1.1", "bad-vad")]
    [InlineData("?valence=NaN&arousal=0", "bad-vad")]
    [InlineData("?valence=much&arousal=0", "bad-option")]
    [InlineData("?valence=0&arousal=0&limit=0", "bad-option")]
    [InlineData("?valence=0&arousal=0&limit=101", "bad-option")]
    public async Task GetStationsNear_BadValues_AreNamed(string query, string kind)
    {
        using var response = await host.Client.GetAsync("/api/v1/stations/near" + query);
        await response.ProblemAsync(new[] { ProblemKind.BadVad, ProblemKind.BadOption }.Single(k => k.Name == kind));
    }

    private Task<HttpResponseMessage> AskAsync(EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stations");
        request.Headers.IfNoneMatch.Add(known);
        return host.Client.SendAsync(request);
    }
}

public sealed class StationGridTests
{
    [Fact]
    public async Task GetStations_MoreThanFitOneByOne_IsAGrid()
    {
        await using var host = new DeckHost();
        await host.InitializeAsync();
        var rows = Enumerable.Range(0, StationMap.MostPoints).Select(i => FormattableString.Invariant($"Song {i},Artist {i % 500},0.5,-0.5"));
        await host.Get<ITableImporter>().ImportAsync(host.Folder.Write("many.csv", "title,artist,valence,arousal\n" + string.Join('\n', rows) + "\n"));

        var stations = await host.JsonAsync("/api/v1/stations");
        Assert.Equal(JsonValueKind.Null, stations.GetProperty("points").ValueKind);
        var (size, counts) = (stations.GetProperty("grid").GetProperty("size").GetInt32(), stations.GetProperty("grid").GetProperty("counts").EnumerateArray().Select(c => c.GetInt32()).ToList());
        Assert.Equal((128, 128 * 128), (size, counts.Count));
        Assert.Equal(stations.GetProperty("total").GetInt32(), counts.Sum());
        Assert.True(counts[(32 * size) + 96] >= StationMap.MostPoints);
    }
}
