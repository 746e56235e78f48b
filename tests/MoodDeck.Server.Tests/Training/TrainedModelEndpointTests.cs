using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Training;
using MoodDeck.Vision;

namespace MoodDeck.Server.Tests.Training;

public sealed class TrainedModelEndpointTests : IAsyncLifetime
{
    private TrainingHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TrainingHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Try_Photo_IsReadWithTheTrainedModelAlone()
    {
        RequireModel();
        var id = await _host.TrainAsync(TrainingHost.Finishes, until: "finished");
        using var response = await _host.Client.PostAsync($"/api/v1/trainings/{id}/try", Answers.Body(Pictures.Jpeg(), "image/jpeg"));
        var face = (await response.OkJsonAsync()).GetProperty("images")[0].GetProperty("faces")[0];
        using var usual = await _host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(), "image/jpeg"));
        var before = (await usual.OkJsonAsync()).GetProperty("images")[0].GetProperty("faces")[0];
        Assert.NotEqual(before.GetProperty("emotions").GetRawText(), face.GetProperty("emotions").GetRawText());
        Assert.Equal("fake", await EmotionModelAsync());
    }

    [Fact]
    public async Task Try_NoPicture_IsSaid()
    {
        RequireModel();
        var id = await _host.TrainAsync(TrainingHost.Finishes, until: "finished");
        using var response = await _host.Client.PostAsync($"/api/v1/trainings/{id}/try", Answers.Body("text"u8.ToArray(), "image/jpeg"));
        await response.ProblemAsync(ProblemKind.BadImage);
    }

    [Fact]
    public async Task Keep_ThenGoBack_ReadsWithItAtOnceAndNoMore()
    {
        RequireModel();
        var id = await _host.TrainAsync(TrainingHost.Finishes, until: "finished");
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync(Pictures.Jpeg());
        var before = (await client.ReadingAsync()).GetProperty("faces")[0].GetProperty("emotions").GetRawText();

        using var kept = await _host.Client.PostAsync($"/api/v1/trainings/{id}/keep", null);

        Assert.True((await kept.OkJsonAsync()).GetProperty("inUse").GetBoolean());
        Assert.Equal(await File.ReadAllBytesAsync(VisionOptions.OwnEmotionModelPath, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(_host.KeptModel, TestContext.Current.CancellationToken));
        await client.SendAsync(Pictures.Jpeg());
        Assert.NotEqual(before, (await client.ReadingAsync()).GetProperty("faces")[0].GetProperty("emotions").GetRawText());
        var list = await _host.JsonAsync("/api/v1/trainings");
        Assert.Equal((id, "faces.zip"), (list.GetProperty("kept").GetProperty("trainingId").GetString(), list.GetProperty("kept").GetProperty("name").GetString()));

        // The model in use is a copy: removing the training takes nothing away.
        using var removed = await _host.Client.DeleteAsync("/api/v1/trainings/" + id);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.True(File.Exists(_host.KeptModel));

        using var back = await _host.Client.PostAsync("/api/v1/trainings/go-back", null);
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_host.KeptModel)!));
        await client.SendAsync(Pictures.Jpeg());
        Assert.Equal(1, (await client.ReadingAsync()).GetProperty("faces").GetArrayLength());
    }

    [Fact]
    public async Task Keep_ThenTrainedAnew_TheNewResultIsNotInUseUntilItIsKept()
    {
        RequireModel();
        var id = await _host.TrainAsync(TrainingHost.Finishes, until: "finished");
        (await _host.Client.PostAsync($"/api/v1/trainings/{id}/keep", null)).Dispose();
        (await _host.StartTrainingAsync(id, TrainingHost.Finishes)).Dispose();
        Assert.False((await _host.UntilAsync(id, "finished")).GetProperty("inUse").GetBoolean());
        Assert.Equal(id, (await _host.JsonAsync("/api/v1/trainings")).GetProperty("kept").GetProperty("trainingId").GetString());
        using var kept = await _host.Client.PostAsync($"/api/v1/trainings/{id}/keep", null);
        Assert.True((await kept.OkJsonAsync()).GetProperty("inUse").GetBoolean());
    }

    [Fact]
    public async Task Kept_FileVanishes_IsStillWhatReadsUntilOneGoesBack()
    {
        RequireModel();
        var id = await _host.TrainAsync(TrainingHost.Finishes, until: "finished");
        (await _host.Client.PostAsync($"/api/v1/trainings/{id}/keep", null)).Dispose();
        Directory.Delete(Path.GetDirectoryName(_host.KeptModel)!, recursive: true);
        Assert.Equal("a model put there by hand", await KeptNameAsync());

        using var back = await _host.Client.PostAsync("/api/v1/trainings/go-back", null);

        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        Assert.Null(await KeptNameAsync());
    }

    [Fact]
    public async Task Kept_FileIsNoModel_ServerStartsSaysSoAndCanGoBack()
    {
        RequireModel();
        await using KeptNonsenseHost host = new();
        await host.InitializeAsync();
        Assert.Equal(JsonValueKind.Null, (await host.JsonAsync("/api/v1/status")).GetProperty("models").GetProperty("emotion").ValueKind);
        Assert.Contains("Go back", (await host.JsonAsync("/api/v1/trainings")).GetProperty("keptProblem").GetString(), StringComparison.Ordinal);
        using var unread = await host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(), "image/jpeg"));
        Assert.Contains("emotion.onnx", await unread.ProblemAsync(ProblemKind.ModelMissing), StringComparison.Ordinal);

        (await host.Client.PostAsync("/api/v1/trainings/go-back", null)).Dispose();

        using var read = await host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(), "image/jpeg"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task Keep_FileThatIsNoModel_IsRefusedAndTheOldOneReadsOn()
    {
        var nonsense = _host.Folder.At("nonsense.onnx");
        await File.WriteAllTextAsync(nonsense, "not ONNX", TestContext.Current.CancellationToken);
        await using var host = await TrainingHost.StartAsync(model: nonsense);
        var id = await host.TrainAsync(TrainingHost.Finishes, until: "finished");
        using var response = await host.Client.PostAsync($"/api/v1/trainings/{id}/keep", null);
        await response.ProblemAsync(ProblemKind.NoModel);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(host.KeptModel)!));
        Assert.Equal("fake", (await host.JsonAsync("/api/v1/status")).GetProperty("models").GetProperty("emotion").GetString());
    }

    [Theory]
    [InlineData("try")]
    [InlineData("keep")]
    public async Task Post_BeforeThereIsAModel_IsAConflict(string what)
    {
        var id = await _host.UploadAsync();
        using var response = await _host.Client.PostAsync($"/api/v1/trainings/{id}/{what}", Answers.Body(Pictures.Jpeg(), "image/jpeg"));
        await response.ProblemAsync(ProblemKind.NoModel);
    }

    [Fact]
    public async Task Report_Finished_IsSandboxed()
    {
        var id = await _host.UploadAsync();
        using var none = await _host.Client.GetAsync($"/api/v1/trainings/{id}/report");
        await none.ProblemAsync(ProblemKind.NoReport);
        (await _host.StartTrainingAsync(id, TrainingHost.Finishes)).Dispose();
        await _host.UntilAsync(id, "finished");

        using var report = await _host.Client.GetAsync($"/api/v1/trainings/{id}/report");

        Assert.Equal("text/html", report.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(report.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        // A browser shows no sandboxed page that asks for a group of its own.
        Assert.Equal("unsafe-none", Assert.Single(report.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("<h1>report</h1>", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string?> EmotionModelAsync() => (await _host.JsonAsync("/api/v1/status")).GetProperty("models").GetProperty("emotion").GetString();

    private async Task<string?> KeptNameAsync() =>
        (await _host.JsonAsync("/api/v1/trainings")).GetProperty("kept") is { ValueKind: JsonValueKind.Object } kept ? kept.GetProperty("name").GetString() : null;

    private static void RequireModel() => Assert.SkipUnless(File.Exists(VisionOptions.OwnEmotionModelPath), "needs the emotion model in models/");

    /// <summary>A server that finds nonsense where the kept model should be.</summary>
    private sealed class KeptNonsenseHost : DeckHost
    {
        protected override void Configure(IServiceCollection services)
        {
            var path = Path.Combine(DataFolder, "models", "emotion.onnx");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "not ONNX");
            VisionOptions options = new() { EmotionModelPath = EmotionModelChoice.In(path) };
            services.Replace(ServiceDescriptor.Singleton(options));
            services.Replace(ServiceDescriptor.Singleton(_ => new VisionModels(options)));
        }
    }
}
