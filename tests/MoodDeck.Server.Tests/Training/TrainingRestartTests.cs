using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Training;
using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server.Tests.Training;

public sealed class TrainingRestartTests
{
    [Fact]
    public async Task Restart_WhileItTrains_FindsItAgainAndCanStopIt()
    {
        await using var host = await TrainingHost.StartAsync();
        var id = await host.TrainAsync(TrainingHost.Endless, until: "running");
        await host.StopAsync();

        await using var second = await NextAsync(host);
        Assert.Equal(TrainingStates.Running, second.Services.GetRequiredService<TrainingView>().Find(id)!.State);
        var other = new TrainingRecord { Id = Guid.NewGuid().ToString("N"), Name = "other.zip", Bytes = 1, CreatedAt = DateTimeOffset.UnixEpoch };
        Directory.CreateDirectory(second.Services.GetRequiredService<TrainingStore>().FolderOf(other.Id)!.Path);
        second.Services.GetRequiredService<TrainingStore>().Save(other);
        var jobs = second.Services.GetRequiredService<TrainingJobs>();
        Assert.Equal(ProblemKind.TrainingRunning.Type, jobs.Start(other.Id, new(null, null))!.ProblemDetails.Type);

        Assert.Null(jobs.Stop(id));
        while (second.Services.GetRequiredService<TrainingView>().Find(id)!.State == TrainingStates.Stopping) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(TrainingStates.Stopped, second.Services.GetRequiredService<TrainingView>().Find(id)!.State);
    }

    [Fact]
    public async Task Restart_ItsNumberIsAnotherProcessNow_IsNotTakenForIt()
    {
        await using var host = await TrainingHost.StartAsync();
        var id = await host.TrainAsync(TrainingHost.Endless, until: "running");
        var store = host.Get<TrainingStore>();
        var process = store.Find(id)!.Process!;
        await host.EndAsync();
        // This very test is a process that runs, but it is not the training.
        store.Save(store.Find(id)! with { Process = process with { Id = Environment.ProcessId } });

        Assert.Equal("failed", (await host.JsonAsync("/api/v1/trainings/" + id)).GetProperty("state").GetString());
        using var stop = await host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null);
        await stop.ProblemAsync(ProblemKind.TrainingIdle);
    }

    [Fact]
    public async Task Stop_AskedAgainInVain_EndsItAtOnce()
    {
        await using var host = await TrainingHost.StartAsync(stopPatience: TimeSpan.Zero);
        var id = await host.TrainAsync(TrainingHost.Deaf, until: "running");
        (await host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null)).Dispose();
        Assert.Equal("stopping", (await host.JsonAsync("/api/v1/trainings/" + id)).GetProperty("state").GetString());
        (await host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null)).Dispose();
        await host.UntilAsync(id, "stopped");
    }

    [Fact]
    public async Task Start_ServerByItself_SaysHowToStartMoodDeck()
    {
        await using var host = await ChangedHost.StartAsync(_ => { });
        Assert.Contains("./mooddeck serve", (await host.JsonAsync("/api/v1/trainings")).GetProperty("unavailable").GetString(), StringComparison.Ordinal);
        using var response = await host.Client.PostAsync($"/api/v1/trainings/{Guid.NewGuid():N}/start", null);
        await response.ProblemAsync(ProblemKind.NoTrainer);
    }

    [Fact]
    public async Task Start_ProgramThatIsNotThere_IsAProblem()
    {
        using TempFolder folder = new();
        TrainingLauncher launcher = new(new() { TrainingProgram = new("/nowhere/mooddeck", []) });
        // Where nice and setsid stand before it, they are what starts, and they say so on standard error.
        string? said;
        try
        {
            using var process = launcher.Start(folder.At("."), ["train"]);
            (_, said) = await process.Ended;
        }
        catch (TrainingLaunchException e)
        {
            said = e.Message;
        }

        Assert.Contains("/nowhere/mooddeck", said, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> NextAsync(TrainingHost host)
    {
        var app = DeckServer.Build(
            new() { Urls = "http://127.0.0.1:0", DataFolder = host.DataFolder, TrainingProgram = TrainingHost.Program("") },
            services => services.AddLogging(l => l.ClearProviders()));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
