using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Stations;

public sealed class LibraryMoodTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task GetLibraryMoods_StarterCatalogue_TellsTheGroups()
    {
        var moods = await host.JsonAsync("/api/v1/library/moods");
        Assert.Equal(["known", "sampled", "silhouette", "groups"], moods.Names());
        var groups = moods.GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(moods.GetProperty("known").GetInt32(), groups.Sum(g => g.GetProperty("size").GetInt32()));
        Assert.Equal(2, groups.Sum(g => g.GetProperty("playable").GetInt32()));
        Assert.Equal(Enumerable.Range(1, groups.Count), groups.Select(g => g.GetProperty("number").GetInt32()));
        Assert.Equal(
            ["number", "name", "mood", "quality", "size", "playable", "centre", "spread", "sound", "genres", "artists", "tracks"], groups[0].Names());
        Assert.Equal(["valence", "arousal", "correlation"], groups[0].GetProperty("spread").Names());
        Assert.Equal(["id", "title", "artist", "valence", "arousal", "playable"], groups[0].GetProperty("tracks")[0].Names());
    }

    [Fact]
    public async Task GetLibraryMoods_AFewGroups_AreAsManyOfDifferentNames()
    {
        var groups = (await host.JsonAsync("/api/v1/library/moods?groups=12")).GetProperty("groups").EnumerateArray().ToList();
        Assert.Equal(12, groups.Select(g => g.GetProperty("name").GetString()).Distinct().Count());
        Assert.Contains(groups, g => g.GetProperty("quality").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("13")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task GetLibraryMoods_BadCount_IsNamed(string count)
    {
        using var response = await host.Client.GetAsync("/api/v1/library/moods?groups=" + count);
        await response.ProblemAsync(ProblemKind.BadOption);
    }
}
