using System.Text.Json;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Listeners;

public sealed class PersonalFaceTests : IAsyncLifetime
{
    private const string Corrections = "/api/v1/listeners/default/corrections";
    private const string Neutral = "/api/v1/listeners/default/neutral";
    private readonly DeckHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task PostCorrection_Picture_IsStoredAsNumbers()
    {
        using var response = await PostAsync(("label", "sadness"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var stored = await response.OkJsonAsync();
        Assert.Equal(["id", "label", "said", "at", "numbers", "model", "inUse"], stored.Names());
        Assert.Equal(("sadness", "happiness", 10, "fake@1", true), Facts(stored));
        Assert.Equal($"{Corrections}/{stored.GetProperty("id").GetInt64()}", response.Headers.Location!.OriginalString);
        Assert.Equal(stored.GetRawText(), (await _host.JsonAsync(Corrections))[0].GetRawText());
    }

    [Fact]
    public async Task DeleteCorrection_OneLastAll_ListTells()
    {
        List<long> ids = [];
        foreach (var label in Emotions.Names) ids.Add((await (await PostAsync(("label", label))).OkJsonAsync()).GetProperty("id").GetInt64());
        await DeleteAsync($"{Corrections}/{ids[3]}");
        await DeleteAsync($"{Corrections}/last");
        Assert.Equal(["fear", "disgust", "anger", "surprise", "happiness", "neutral"], await LabelsAsync());
        await DeleteAsync(Corrections);
        Assert.Empty(await LabelsAsync());
        foreach (var gone in new[] { $"{Corrections}/{ids[0]}", $"{Corrections}/last" })
        {
            using var again = await _host.Client.DeleteAsync(gone);
            await again.ProblemAsync(ProblemKind.UnknownCorrection);
        }
    }

    [Fact]
    public async Task PostCorrection_Bad_IsRefusedAndNothingIsStored()
    {
        foreach (var (parts, kind) in new ((string, string)[], ProblemKind)[]
        {
            ([], ProblemKind.BadOption), ([("label", "grumpy")], ProblemKind.BadOption), ([("label", "anger"), ("face", "0")], ProblemKind.BadOption),
            ([("label", "anger"), ("face", "2")], ProblemKind.BadOption), ([("label", "anger"), ("note", "x")], ProblemKind.BadOption),
        })
        {
            using var response = await PostAsync(parts);
            await response.ProblemAsync(kind);
        }

        using var dark = await PostAsync(Pictures.Jpeg(Pictures.Dark), ("label", "anger"));
        await dark.ProblemAsync(ProblemKind.NoFace);
        using var text = await PostAsync("no picture"u8.ToArray(), ("label", "anger"));
        await text.ProblemAsync(ProblemKind.BadImage);
        using var json = await _host.Client.PostAsync(Corrections, Answers.Json("{}"));
        await json.ProblemAsync(ProblemKind.WrongContentType);
        Assert.Empty(await LabelsAsync());
    }

    [Fact]
    public async Task FaceAddresses_UnknownListener_AreAProblem()
    {
        foreach (var (method, path) in new[] { (HttpMethod.Get, "neutral"), (HttpMethod.Delete, "neutral"), (HttpMethod.Get, "corrections"), (HttpMethod.Post, "corrections"), (HttpMethod.Delete, "corrections"), (HttpMethod.Delete, "corrections/last"), (HttpMethod.Delete, "corrections/7") })
        {
            using HttpRequestMessage request = new(method, "/api/v1/listeners/nobody/" + path);
            using var response = await _host.Client.SendAsync(request);
            await response.ProblemAsync(ProblemKind.UnknownListener);
        }
    }

    [Fact]
    public async Task Neutral_StoredAndErased_IsTold()
    {
        Assert.Equal("[]", (await _host.JsonAsync(Neutral)).GetRawText());
        var store = _host.Get<IPersonalFaceStore>();
        foreach (var model in new[] { "old@0", "fake@1" }) await store.StoreRestAsync("default", new(model, 12, new double[8], new float[] { 1, 0 }));
        var stored = await _host.JsonAsync(Neutral);
        Assert.Equal(["at", "readings", "numbers", "model", "inUse"], stored[0].Names());
        Assert.Equal([("fake@1", true), ("old@0", false)], stored.EnumerateArray().Select(n => (n.GetProperty("model").GetString()!, n.GetProperty("inUse").GetBoolean())));
        await DeleteAsync(Neutral);
        Assert.Equal("[]", (await _host.JsonAsync(Neutral)).GetRawText());
    }

    [Fact]
    public async Task Live_CorrectedAndTakenBack_NextReadingsTell()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SayAsync("""{"type":"listener","id":"default"}""");
        Assert.Equal("happiness", await DominantAsync(client, 3));
        await client.SayAsync("""{"type":"correct","label":"anger"}""");
        Assert.Equal("learned", (await client.NextAsync())!.Value.GetProperty("type").GetString());
        Assert.Equal("anger", await DominantAsync(client, 1));
        Assert.Equal(["anger"], await LabelsAsync());
        await DeleteAsync($"{Corrections}/last");
        Assert.Equal("happiness", await DominantAsync(client, 1));
    }

    [Fact]
    public async Task Live_CorrectedFromElsewhere_IsSeenSoon()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SayAsync("""{"type":"listener","id":"default"}""");
        Assert.Equal("happiness", await DominantAsync(client, 3));
        var said = EmotionScores.FromWeights([0.02, 1, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02]);
        await _host.Get<IPersonalFaceStore>().AddCorrectionAsync("default", new("fake@1", Emotion.Fear, said, new float[] { 1, 0 }));
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        while (await DominantAsync(client, 1) != "fear") await Task.Delay(50, patience.Token);
    }

    private static (string, string, int, string, bool) Facts(JsonElement c) => (
        c.GetProperty("label").GetString()!, c.GetProperty("said").GetString()!, c.GetProperty("numbers").GetInt32(), c.GetProperty("model").GetString()!, c.GetProperty("inUse").GetBoolean());

    private static async Task<string> DominantAsync(LiveClient client, int frames)
    {
        JsonElement reading = default;
        for (var i = 0; i < frames; i++)
        {
            await client.SendAsync(Pictures.Jpeg());
            reading = await client.ReadingAsync();
        }

        return reading.GetProperty("faces")[0].GetProperty("dominant").GetString()!;
    }

    private async Task<IEnumerable<string?>> LabelsAsync() => (await _host.JsonAsync(Corrections)).EnumerateArray().Select(c => c.GetProperty("label").GetString()).ToList();

    private async Task DeleteAsync(string path)
    {
        using var response = await _host.Client.DeleteAsync(path);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] parts) => PostAsync(Pictures.Jpeg(), parts);

    private async Task<HttpResponseMessage> PostAsync(byte[] picture, params (string Name, string Value)[] parts)
    {
        using var form = new MultipartFormDataContent { { Answers.Body(picture, "image/jpeg"), "image", "face.jpg" } };
        foreach (var (name, value) in parts) form.Add(new StringContent(value), name);
        return await _host.Client.PostAsync(Corrections, form);
    }
}
