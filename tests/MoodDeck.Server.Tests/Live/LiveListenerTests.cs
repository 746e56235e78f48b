using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Live;

namespace MoodDeck.Server.Tests.Live;

public sealed class LiveListenerTests
{
    private const string Choose = """{"type":"listener","id":"ada"}""";
    private readonly RememberingPersonal _personal = new();

    [Fact]
    public async Task Listener_KnownAndUnknown_IsInTheReadingsOrAProblem()
    {
        await using var host = await StartAsync();
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync("""{"type":"listener","id":"nobody"}""");
        Assert.Contains("'nobody'", (await client.ProblemAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(client)).GetProperty("listener").ValueKind);
        await client.SayAsync(Choose);
        Assert.Equal("ada", (await ReadAsync(client)).GetProperty("listener").GetString());
        await client.SayAsync("""{"type":"listener","id":null}""");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(client)).GetProperty("listener").ValueKind);
    }

    [Theory]
    [InlineData("""{"type":"neutral"}""")]
    [InlineData("""{"type":"correct","label":"sadness"}""")]
    public async Task Learning_WithoutAListener_IsAProblem(string text)
    {
        await using var host = await StartAsync();
        using var client = await LiveClient.OpenAsync(host);
        await ReadAsync(client);
        await client.SayAsync(text);
        var problem = await client.ProblemAsync();
        Assert.StartsWith("Nobody is listening yet.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(LiveCodes.NobodyListens, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Correct_MainFace_IsStoredAndCountsFromTheNextFrame()
    {
        await using var host = await StartAsync();
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync(Choose);
        Assert.Equal("happiness", Dominant(await ReadAsync(client)));
        await client.SayAsync("""{"type":"correct","label":"sadness"}""");
        var learned = (await client.NextAsync())!.Value;
        Assert.Equal(("learned", "sadness"), (learned.GetProperty("type").GetString(), learned.GetProperty("label").GetString()));
        Assert.Equal([Emotion.Sadness], _personal.Labels);
        Assert.Equal("sadness", Dominant(await ReadAsync(client)));
    }

    [Fact]
    public async Task Correct_HeldFace_IsThatOfTheHoldNotOfTheLastFrame()
    {
        await using var host = await StartAsync();
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync(Choose);
        await ReadAsync(client);
        await client.SayAsync("""{"type":"hold","on":true}""");
        // Whoever chooses a word may look otherwise by then.
        await client.SendAsync(Pictures.Jpeg(Pictures.Sad));
        await client.ReadingAsync();
        await client.SayAsync("""{"type":"correct","label":"fear"}""");
        Assert.Equal("learned", (await client.NextAsync())!.Value.GetProperty("type").GetString());
        Assert.Equal(Emotion.Happiness, Assert.Single(_personal.Corrections).Said.Top);
    }

    [Fact]
    public async Task Correct_NoFaceOrNoSuchLabelOrRefused_IsAProblem()
    {
        await using var host = await StartAsync();
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync(Choose);
        async Task<string> ProblemOfAsync(string text)
        {
            await client.SayAsync(text);
            return (await client.ProblemAsync()).GetProperty("detail").GetString()!;
        }

        Assert.StartsWith("No face was read", await ProblemOfAsync("""{"type":"correct","label":"anger"}"""), StringComparison.Ordinal);
        Assert.Contains("contempt", await ProblemOfAsync("""{"type":"correct","label":"joy"}"""), StringComparison.Ordinal);
        await ReadAsync(client);
        _personal.Refusal = "The disk is full.";
        Assert.Equal("The disk is full.", await ProblemOfAsync("""{"type":"correct","label":"anger"}"""));
        Assert.Empty(_personal.Corrections);
    }

    [Fact]
    public async Task Neutral_LookedLongEnough_TellsProgressAndStoresAVector()
    {
        await using var host = await StartAsync(TimeSpan.FromMilliseconds(500));
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync(Choose);
        await client.SayAsync("""{"type":"neutral"}""");
        var states = new List<string>();
        while (states.LastOrDefault() is null or "watching") states.Add((await ReadAsync(client)).GetProperty("neutral").GetProperty("state").GetString()!);
        Assert.Equal("stored", states[^1]);
        Assert.True(states.Count > 10);
        Assert.Equal(2, Assert.Single(_personal.Rests).Embedding.Length);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(client)).GetProperty("neutral").ValueKind);
    }

    [Fact]
    public async Task Neutral_NoFaceSeen_FailsWithTheReason()
    {
        await using var host = await StartAsync(TimeSpan.Zero);
        using var client = await LiveClient.OpenAsync(host);
        await client.SayAsync(Choose);
        await client.SayAsync("""{"type":"neutral"}""");
        var neutral = (await ReadAsync(client, Pictures.Dark)).GetProperty("neutral");
        Assert.Equal("failed", neutral.GetProperty("state").GetString());
        Assert.Contains("seen too seldom", neutral.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(_personal.Rests);
    }

    private static async Task<JsonElement> ReadAsync(LiveClient client, byte light = Pictures.Happy)
    {
        await client.SendAsync(Pictures.Jpeg(light));
        return await client.ReadingAsync();
    }

    private static string? Dominant(JsonElement reading) => reading.GetProperty("faces")[0].GetProperty("dominant").GetString();

    private Task<ChangedHost> StartAsync(TimeSpan? restTime = null) => ChangedHost.StartAsync(s =>
    {
        s.Replace(ServiceDescriptor.Singleton<ILivePersonal>(_personal));
        s.Replace(ServiceDescriptor.Singleton(new LiveOptions { RestTime = restTime ?? TimeSpan.FromSeconds(10) }));
    });
}
