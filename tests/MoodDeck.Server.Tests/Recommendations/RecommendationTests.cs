using System.Text.Json;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Recommendations;

public sealed class RecommendationTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task Post_NamedMood_IsAnsweredInFullAndAgainTheSame()
    {
        const string Body = """{"mood":"calm","limit":10,"seed":7}""";
        var first = await RecommendAsync(Body);
        Assert.Equal(["target", "strategy", "seed", "tracks", "playable", "notes", "remarks"], first.Names());
        Assert.Equal((-0.7, "match", 7), (first.GetProperty("target").GetProperty("arousal").GetDouble(), first.GetProperty("strategy").GetString(), first.GetProperty("seed").GetInt32()));
        var tracks = first.GetProperty("tracks").EnumerateArray().ToList();
        Assert.Equal(10, tracks.Count);
        Assert.All(tracks, t => Assert.InRange(t.GetProperty("score").GetDouble(), 0, 1));
        Assert.All(tracks, t => Assert.NotEqual(0, t.GetProperty("reasons").GetArrayLength()));
        Assert.All(tracks, t => Assert.Equal(t.GetProperty("reasons").GetArrayLength(), t.GetProperty("why").GetArrayLength()));
        Assert.Equal(first.GetRawText(), (await RecommendAsync(Body)).GetRawText());
    }

    [Fact]
    public async Task Post_Point_GoesBeforeTheName()
    {
        var answer = await RecommendAsync("""{"mood":"calm","vad":[0.7,0.6,0.3],"sources":["library"]}""");
        Assert.Equal(0.7, answer.GetProperty("target").GetProperty("valence").GetDouble());
        Assert.Equal(MusicHost.Bright, answer.GetProperty("tracks")[0].GetProperty("title").GetString());
        Assert.Equal(2, answer.GetProperty("playable").GetInt32());
    }

    [Fact]
    public async Task Post_Filters_AreKept()
    {
        var answer = await RecommendAsync("""{"mood":"sad","languages":["es","French"],"genres":["pop"],"limit":15}""");
        Assert.All(answer.GetProperty("tracks").EnumerateArray(), t => Assert.Contains(t.GetProperty("language").GetString(), new[] { "es", "fr" }));
        Assert.All(answer.GetProperty("tracks").EnumerateArray(), t => Assert.Equal("pop", t.GetProperty("genre").GetString()));
    }

    [Fact]
    public async Task Post_ExcludedTracks_DoNotAppear()
    {
        var id = await host.IdOfAsync(MusicHost.Bright);
        var answer = await RecommendAsync($$"""{"sources":["library"],"exclude":["{{id}}"]}""");
        Assert.Equal(MusicHost.Plain, answer.GetProperty("tracks").EnumerateArray().Single().GetProperty("title").GetString());
    }

    [Fact]
    public async Task Post_WellFormedUnknownLanguage_IsEmptyAndSaysWhy()
    {
        var answer = await RecommendAsync("""{"languages":["qq"]}""");
        Assert.Equal(0, answer.GetProperty("tracks").GetArrayLength());
        Assert.Equal("The catalogue has nothing in qq.", answer.GetProperty("notes")[0].GetString());
        Assert.Equal("""{"code":"note.noLanguage","values":{"language":"qq"}}""", answer.GetProperty("remarks")[0].GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Post_NothingAskedFor_IsAQueue(string body) =>
        Assert.Equal(20, (await RecommendAsync(body)).GetProperty("tracks").GetArrayLength());

    public static TheoryData<string, string, string> Refused => new()
    {
        { """{"mood":"no-such-mood"}""", ProblemKind.UnknownMood.Name, string.Join(", ", NamedMoods.All.Select(m => m.Name)) },
        { """{"vad":[9,9,9]}""", ProblemKind.BadVad.Name, "from -1 to 1" },
        { """{"vad":[0,0]}""", ProblemKind.BadVad.Name, "three numbers" },
        { """{"from":[0,0,0]}""", ProblemKind.BadVad.Name, "two numbers" },
        { """{"languages":["e5"]}""", ProblemKind.BadLanguage.Name, "ISO 639-1" },
        { """{"languages":[""]}""", ProblemKind.BadLanguage.Name, "ISO 639-1" },
        { """{"languages":[null]}""", ProblemKind.BadLanguage.Name, "ISO 639-1" },
        { """{"strategy":"wallow"}""", ProblemKind.BadOption.Name, "match, lift, calm" },
        { """{"sources":["vinyl"]}""", ProblemKind.BadOption.Name, "library, demo" },
        { """{"artists":[null]}""", ProblemKind.BadOption.Name, "holds null" },
        { """{"genres":["pop",null]}""", ProblemKind.BadOption.Name, "holds null" },
        { """{"exclude":[null]}""", ProblemKind.BadOption.Name, "holds null" },
        { """{"limit":0}""", ProblemKind.BadOption.Name, "1 to 200" },
        { """{"limit":201}""", ProblemKind.BadOption.Name, "1 to 200" },
        { """{"language":"es"}""", ProblemKind.BadOption.Name, "languages" },
        { """{"path":"/etc/passwd"}""", ProblemKind.BadOption.Name, "opens no files" },
        { """{"image":"/etc/passwd"}""", ProblemKind.BadOption.Name, "multipart/form-data" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Post_BadOption_NamesWhatIsAllowed(string body, string kind, string hint)
    {
        using var response = await host.Client.PostAsync("/api/v1/recommendations", Answers.Json(body));
        var expected = new[] { ProblemKind.UnknownMood, ProblemKind.BadVad, ProblemKind.BadLanguage, ProblemKind.BadOption }.Single(k => k.Name == kind);
        Assert.Contains(hint, await response.ProblemAsync(expected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterTheCatalogueGrew_KnowsTheNewTrack()
    {
        Assert.Equal(0, (await RecommendAsync("""{"artists":["Newcomer"]}""")).GetProperty("tracks").GetArrayLength());
        var table = host.Folder.Write("new.csv", "title,artist,valence,arousal\nFresh,Newcomer,0.1,0.2\n");
        await host.Get<MoodDeck.Library.Import.ITableImporter>().ImportAsync(table);
        Assert.Equal(1, (await RecommendAsync("""{"artists":["newcomer"]}""")).GetProperty("tracks").GetArrayLength());
    }

    private async Task<JsonElement> RecommendAsync(string body)
    {
        using var response = await host.Client.PostAsync("/api/v1/recommendations", Answers.Json(body));
        return await response.OkJsonAsync();
    }
}
