using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Recommendations;

public sealed class RadioTests(MusicHost host) : IClassFixture<MusicHost>
{
    private const string Address = "/api/v1/recommendations";

    [Fact]
    public async Task PostRecommendations_Radio_GoesByTheSeedsMood()
    {
        var id = await host.IdOfAsync(MusicHost.Bright);
        foreach (var seed in (string[])[$$"""{"track":"{{id}}"}""", """{"artist":"the testers"}"""])
        {
            using var response = await host.Client.PostAsync(Address, Answers.Json($$"""{"radio":{{seed}},"limit":12,"listener":"default"}"""));
            var answer = await response.OkJsonAsync();
            Assert.Equal((0.7, 0.6), (Math.Round(answer.GetProperty("target").GetProperty("valence").GetDouble(), 3), Math.Round(answer.GetProperty("target").GetProperty("arousal").GetDouble(), 3)));
            Assert.Equal(12, answer.GetProperty("tracks").GetArrayLength());
            Assert.Equal(seed.Contains("track", StringComparison.Ordinal) ? 0 : 1, answer.GetProperty("tracks").EnumerateArray().Count(t => t.GetProperty("id").GetString() == id));
        }

        var group = (await host.JsonAsync("/api/v1/library/moods")).GetProperty("groups")[1].GetProperty("centre");
        using var tuned = await host.Client.PostAsync(Address, Answers.Json("""{"radio":{"group":2},"strategy":"hold"}"""));
        Assert.Equal(group.GetRawText(), (await tuned.OkJsonAsync()).GetProperty("target").GetRawText());
    }

    [Theory]
    [InlineData("""{"radio":{}}""", "bad-option")]
    [InlineData("""{"radio":{"track":"a","group":1}}""", "bad-option")]
    [InlineData("""{"radio":{"song":"a"}}""", "bad-option")]
    [InlineData("""{"radio":{"group":0}}""", "bad-option")]
    [InlineData("""{"radio":{"group":99}}""", "bad-option")]
    [InlineData("""{"radio":{"artist":"nobody at all"}}""", "bad-option")]
    [InlineData("""{"radio":{"track":"nothing"}}""", "unknown-track")]
    [InlineData("""{"radio":{"group":1},"mood":"calm"}""", "bad-option")]
    [InlineData("""{"radio":{"group":1},"vad":[0,0,0]}""", "bad-option")]
    [InlineData("""{"radio":{"group":"one"}}""", "bad-json")]
    [InlineData("""{"radio":"on"}""", "bad-json")]
    [InlineData("""{"radio":{"group":1},"listener":"nobody"}""", "unknown-listener")]
    public async Task PostRecommendations_BadRadio_IsNamed(string body, string kind)
    {
        using var response = await host.Client.PostAsync(Address, Answers.Json(body));
        await response.ProblemAsync(new[] { ProblemKind.BadOption, ProblemKind.BadJson, ProblemKind.UnknownTrack, ProblemKind.UnknownListener }.Single(k => k.Name == kind));
    }
}
