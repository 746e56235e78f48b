using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Problems;
using MoodDeck.Vision;

namespace MoodDeck.Server.Tests.Analyze;

public sealed class AnalyzeLoadTests
{
    [Fact]
    public async Task Post_MoreThanMayWait_AreToldToComeBackAndTheOthersAnswered()
    {
        await using var host = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton(new AnalyzeOptions { Concurrency = 2, MaxWaiting = 1 })));
        host.Eyes.Open.Reset();
        var answers = Enumerable.Range(0, 8).Select(_ => PostAsync(host)).ToList();
        var refused = new List<HttpResponseMessage>();
        // While the eyes are closed only refusals come back: all but the three that have a place.
        await foreach (var answer in Task.WhenEach(answers).Take(5)) refused.Add(await answer);
        foreach (var response in refused)
        {
            await response.ProblemAsync(ProblemKind.Busy);
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        }

        host.Eyes.Open.Set();
        var taken = (await Task.WhenAll(answers)).Except(refused).ToList();
        Assert.Equal(3, taken.Count);
        foreach (var answer in taken) await answer.OkJsonAsync();
        Assert.Equal(2, host.Eyes.MostAtOnce);
    }

    [Fact]
    public async Task Post_ModelMissing_SaysWhichAndHowToGetIt()
    {
        await using var host = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton(
            new VisionModels(new VisionOptions { FaceModelPath = "/nowhere/faces.onnx", EmotionModelPath = "/nowhere/emotion.onnx" }))));
        using var response = await PostAsync(host);
        Assert.Contains("faces.onnx", await response.ProblemAsync(ProblemKind.ModelMissing), StringComparison.Ordinal);
        using var live = await host.Client.SendAsync(LiveUpgrade());
        await live.ProblemAsync(ProblemKind.ModelMissing);
        var models = (await host.JsonAsync("/api/v1/status")).GetProperty("models");
        Assert.Equal("{\"emotion\":null,\"faces\":null}", models.GetRawText());
    }

    private static Task<HttpResponseMessage> PostAsync(ChangedHost host) =>
        host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(), "image/jpeg"));

    private static HttpRequestMessage LiveUpgrade()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/live");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        return request;
    }
}
