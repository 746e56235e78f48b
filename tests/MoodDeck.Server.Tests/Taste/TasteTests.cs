using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Taste;

public sealed class TasteTests(MusicHost host) : IClassFixture<MusicHost>
{
    private const string Taste = "/api/v1/listeners/default/taste", Plays = "/api/v1/listeners/default/plays";

    [Fact]
    public async Task PostPlays_WithWhatItWasChosenFor_TeachesAndIsChosenBy()
    {
        await EraseAsync();
        var queue = await RecommendAsync("""{"vad":[0.6,0.5,0.2],"listener":"default","limit":2,"sources":["library"]}""");
        var first = queue.GetProperty("tracks")[0];
        Assert.Equal(["valence", "arousal", "valenceSigma", "arousalSigma", "leans", "goal"], first.GetProperty("chosenFor").Names());
        await PlayAsync(first, "started", 0);
        Assert.Equal(0, (await host.JsonAsync(Taste)).GetProperty("lessons").GetInt32());
        await PlayAsync(first, "skipped", 0.3);
        await PlayAsync(first, "finished", 2);

        var taste = await host.JsonAsync(Taste);
        Assert.Equal(["learns", "lessons", "weights", "led", "width", "artists", "genres", "languages"], taste.Names());
        Assert.Equal(2, taste.GetProperty("lessons").GetInt32());
        Assert.Equal("The Testers", taste.GetProperty("artists")[0].GetProperty("name").GetString());
        var again = await RecommendAsync("""{"vad":[0.6,0.5,0.2],"listener":"default","limit":2,"sources":["library"]}""");
        var terms = again.GetProperty("tracks").EnumerateArray().Single(t => t.GetProperty("id").GetString() == first.GetProperty("id").GetString()).GetProperty("terms").EnumerateArray().ToList();
        Assert.True(terms.Single(t => t.GetProperty("term").GetString() == "freshness").GetProperty("value").GetDouble() < -0.1);
        Assert.Equal("mood", terms[0].GetProperty("term").GetString());
    }

    [Fact]
    public async Task GetRecommendations_Terms_AddUpToTheScore()
    {
        var queue = await RecommendAsync("""{"mood":"sad","strategy":"lift","length":5,"limit":12}""");
        Assert.All(queue.GetProperty("tracks").EnumerateArray(), t =>
        {
            var terms = t.GetProperty("terms").EnumerateArray().ToList();
            Assert.Equal(t.GetProperty("score").GetDouble(), Math.Clamp(terms.Sum(x => x.GetProperty("value").GetDouble()), 0, 1), 2);
            var why = t.GetProperty("why").EnumerateArray().Select(w => w.GetProperty("code").GetString()).ToList();
            Assert.All(terms.Where(x => x.GetProperty("why").ValueKind != JsonValueKind.Null), x => Assert.Contains(x.GetProperty("why").GetProperty("code").GetString(), why));
            Assert.Equal(JsonValueKind.Object, t.GetProperty("chosenFor").GetProperty("goal").ValueKind);
        });
    }

    [Fact]
    public async Task LikeAndBan_Teach()
    {
        await EraseAsync();
        var id = await host.IdOfAsync(MusicHost.Bright);
        using (await host.Client.PutAsync($"/api/v1/listeners/default/tracks/{id}/like", null)) { }
        using (await host.Client.PutAsync($"/api/v1/listeners/default/tracks/{id}/like", null)) { }
        using (await host.Client.PutAsync($"/api/v1/listeners/default/tracks/{id}/ban", null)) { }
        Assert.Equal(2, (await host.JsonAsync(Taste)).GetProperty("lessons").GetInt32());
        using (await host.Client.DeleteAsync($"/api/v1/listeners/default/tracks/{id}/ban")) { }
    }

    [Fact]
    public async Task Start_ArtistsLanguagesAndVerdicts_AreLearntAndCanBeTakenAlongAndForgotten()
    {
        await EraseAsync();
        var tasting = await host.JsonAsync(Taste + "/tasting");
        var songs = tasting.GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("id").GetString()).ToList();
        Assert.Equal(2, songs.Distinct().Count());
        Assert.Single((await host.JsonAsync(Taste + "/tasting?languages=es,fr")).GetProperty("tracks").EnumerateArray());
        var verdicts = $$"""[{"trackId":"{{songs[0]}}","verdict":"like"},{"trackId":"{{songs[1]}}","verdict":"unsure"}]""";
        using (var started = await host.Client.PostAsync(Taste + "/start", Answers.Json($$"""{"artists":["queen","Queen"],"languages":["Spanish"],"verdicts":{{verdicts}}}""")))
            Assert.Equal(System.Net.HttpStatusCode.NoContent, started.StatusCode);
        Assert.Equal(3, (await host.JsonAsync(Taste)).GetProperty("lessons").GetInt32());

        using var file = await host.Client.GetAsync(Taste + "/export");
        Assert.Equal("mooddeck-taste-default.json", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(3, (await file.OkJsonAsync()).GetProperty("lessons").GetArrayLength());
        using (await host.Client.DeleteAsync(Taste + "?artist=QUEEN")) { }
        Assert.DoesNotContain("Queen", (await host.JsonAsync(Taste)).GetProperty("artists").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        await EraseAsync();
        Assert.Equal(0, (await host.JsonAsync(Taste)).GetProperty("lessons").GetInt32());
    }

    [Fact]
    public async Task PutTaste_Off_LearnsNothingMore()
    {
        await EraseAsync();
        using (await host.Client.PutAsync(Taste, Answers.Json("""{"learns":false}"""))) { }
        var id = await host.IdOfAsync(MusicHost.Bright);
        using (await host.Client.PostAsync(Plays, Answers.Json($$"""{"trackId":"{{id}}","event":"finished"}"""))) { }
        var taste = await host.JsonAsync(Taste);
        Assert.Equal((false, 0), (taste.GetProperty("learns").GetBoolean(), taste.GetProperty("lessons").GetInt32()));
        using (await host.Client.PutAsync(Taste, Answers.Json("""{"learns":true}"""))) { }
    }

    [Theory]
    [InlineData("""{"trackId":"ID","event":"finished","chosenFor":{"valence":3,"arousal":0,"valenceSigma":0,"arousalSigma":0,"leans":false}}""")]
    [InlineData("""{"trackId":"ID","event":"finished","chosenFor":{"valence":0,"arousal":0,"valenceSigma":-1,"arousalSigma":0,"leans":false}}""")]
    [InlineData("""{"trackId":"ID","event":"finished","chosenFor":{"valence":0,"arousal":0,"valenceSigma":0,"arousalSigma":0,"leans":false,"goal":{"valence":9,"arousal":0}}}""")]
    [InlineData("""{"trackId":"ID","event":"skipped","moodBefore":{"valence":0,"arousal":-2}}""")]
    public async Task PostPlays_PlaceOffThePlane_IsNamed(string body)
    {
        using var response = await host.Client.PostAsync(Plays, Answers.Json(body.Replace("ID", await host.IdOfAsync(MusicHost.Bright), StringComparison.Ordinal)));
        await response.ProblemAsync(ProblemKind.BadVad);
    }

    [Theory]
    [InlineData("PUT", "", "{}")]
    [InlineData("POST", "/start", """{"artists":[null]}""")]
    [InlineData("POST", "/start", """{"verdicts":[{"trackId":"x","verdict":"great"}]}""")]
    [InlineData("POST", "/start", """{"verdicts":[null]}""")]
    [InlineData("DELETE", "?artist=a&genre=b", "")]
    [InlineData("DELETE", "?artist=", "")]
    [InlineData("DELETE", "?genre=%20", "")]
    [InlineData("DELETE", "?artists=a", "")]
    [InlineData("DELETE", "?artist=a&artist=b", "")]
    [InlineData("POST", "/start", """{"artists":["Nobody of that name"]}""")]
    public async Task Taste_BadRequest_IsNamed(string method, string path, string body)
    {
        using HttpRequestMessage request = new(new(method), Taste + path) { Content = body.Length > 0 ? Answers.Json(body) : null };
        using var response = await host.Client.SendAsync(request);
        await response.ProblemAsync(ProblemKind.BadOption);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/export")]
    [InlineData("GET", "/tasting")]
    [InlineData("DELETE", "")]
    public async Task Taste_UnknownListener_IsNamed(string method, string path)
    {
        using var response = await host.Client.SendAsync(new(new(method), "/api/v1/listeners/nobody/taste" + path));
        await response.ProblemAsync(ProblemKind.UnknownListener);
    }

    [Theory]
    [InlineData("""{"length":0}""")]
    [InlineData("""{"length":201}""")]
    [InlineData("""{"done":-1}""")]
    public async Task Recommend_BadLength_IsNamed(string body)
    {
        using var response = await host.Client.PostAsync("/api/v1/recommendations", Answers.Json(body));
        await response.ProblemAsync(ProblemKind.BadOption);
    }

    private async Task PlayAsync(JsonElement track, string happened, double position)
    {
        var body = $$"""{"trackId":"{{track.GetProperty("id").GetString()}}","event":"{{happened}}","positionSeconds":{{position.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"chosenFor":{{track.GetProperty("chosenFor").GetRawText()}}}""";
        using var response = await host.Client.PostAsync(Plays, Answers.Json(body));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, response.StatusCode);
    }

    private async Task<JsonElement> RecommendAsync(string body)
    {
        using var response = await host.Client.PostAsync("/api/v1/recommendations", Answers.Json(body));
        return await response.OkJsonAsync();
    }

    private async Task EraseAsync()
    {
        using var response = await host.Client.DeleteAsync(Taste);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, response.StatusCode);
    }
}
