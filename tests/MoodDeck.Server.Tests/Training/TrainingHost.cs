using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Server.Training;
using MoodDeck.Server.Training.Processes;
using MoodDeck.Vision;

namespace MoodDeck.Server.Tests.Training;

/// <summary>A server whose trainer is a script; what the script plays is said by the architecture, see stand-in.sh.</summary>
internal sealed class TrainingHost : DeckHost
{
    public const string Fails = "cnn", Endless = "dcnn", Deaf = "vgg19", Finishes = "moodnet";

    private readonly TimeSpan _stopPatience;
    private readonly string _model;

    private TrainingHost(TimeSpan stopPatience, string model) => (_stopPatience, _model) = (stopPatience, model);

    /// <summary>A zip as far as its first bytes tell.</summary>
    public static byte[] Zip { get; } = [.. "PK\x03\x04"u8, .. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    public string TrainingsFolder => Path.Combine(DataFolder, "trainings");

    public string KeptModel => Path.Combine(DataFolder, "models", "emotion.onnx");

    public static TrainingProgram Program(string model) => new("sh", [Path.Combine(AppContext.BaseDirectory, "stand-in.sh"), model]);

    /// <param name="stopPatience">How long asking in vain is patient.</param>
    /// <param name="model">The file the script hands out as its model; null for MoodDeck's own.</param>
    public static async Task<TrainingHost> StartAsync(TimeSpan? stopPatience = null, string? model = null)
    {
        TrainingHost host = new(stopPatience ?? TimeSpan.FromMinutes(1), model ?? VisionOptions.OwnEmotionModelPath);
        await host.InitializeAsync();
        return host;
    }

    /// <summary>Uploads pictures; the training's id.</summary>
    public async Task<string> UploadAsync(string name = "faces.zip")
    {
        using var response = await Client.PostAsync("/api/v1/trainings?name=" + Uri.EscapeDataString(name), Answers.Body(Zip, "application/zip"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.OkJsonAsync()).GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> StartTrainingAsync(string id, string arch) => Client.PostAsync($"/api/v1/trainings/{id}/start", Answers.Json($$"""{"arch":"{{arch}}","epochs":2}"""));

    /// <summary>Uploads, starts and waits for a state.</summary>
    public async Task<string> TrainAsync(string arch, string until)
    {
        var id = await UploadAsync();
        using var started = await StartTrainingAsync(id, arch);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await UntilAsync(id, until);
        return id;
    }

    public async Task<JsonElement> UntilAsync(string id, string state)
    {
        while (true)
        {
            var training = await JsonAsync("/api/v1/trainings/" + id);
            var now = training.GetProperty("state").GetString();
            if (now == state) return training;
            Assert.True(now is "preparing" or "running" or "stopping", training.GetRawText());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whatever still trains would outlive the test.</summary>
    public async Task EndAsync()
    {
        foreach (var record in Get<TrainingStore>().List())
            if (record.Process is { } process && ProcessMark.Runs(process.Id, process.Mark)) Signals.End(process.Id);
        while (Get<TrainingStore>().List().Any(Get<TrainingJobs>().IsAlive)) await Task.Delay(20);
    }

    protected override ServerOptions Options() => base.Options() with { TrainingProgram = Program(_model) };

    protected override void Configure(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(new TrainingLimits { UploadBytes = 100_000, Epochs = 100, SkippedNamed = 5, StopPatience = _stopPatience }));
}
