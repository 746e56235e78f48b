using System.Text.Json;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Training;
using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server.Tests.Training;

public sealed class TrainingTests : IAsyncLifetime
{
    private TrainingHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TrainingHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.EndAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Get_FreshFolder_SaysWhatCanBeTrained()
    {
        var answer = await _host.JsonAsync("/api/v1/trainings");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("unavailable").ValueKind);
        Assert.Equal(TrainingArchitectures.Names, answer.GetProperty("architectures").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal("""{"arch":"moodnet","epochs":30}""", answer.GetProperty("defaults").GetRawText());
        Assert.Equal("""{"uploadBytes":100000,"epochs":100}""", answer.GetProperty("limits").GetRawText());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("kept").ValueKind);
        Assert.Equal(0, answer.GetProperty("trainings").GetArrayLength());
    }

    [Fact]
    public async Task Start_ThatFinishes_TellsTheCourse()
    {
        var id = await _host.UploadAsync("my faces.zip");
        using var started = await _host.StartTrainingAsync(id, TrainingHost.Finishes);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);

        var training = await _host.UntilAsync(id, "finished");

        Assert.Equal(("my faces.zip", "moodnet", 2), (training.GetProperty("name").GetString(), training.GetProperty("arch").GetString(), training.GetProperty("epochs").GetInt32()));
        Assert.Equal(2, training.GetProperty("history").GetArrayLength());
        Assert.Equal(0.75, training.GetProperty("history")[1].GetProperty("figures").GetProperty("fer2013").GetDouble());
        Assert.Equal((54, 6), (training.GetProperty("learned").GetInt32(), training.GetProperty("keptAside").GetInt32()));
        Assert.Equal("train/happy/x.jpg", training.GetProperty("skipped")[0].GetProperty("where").GetString());
        Assert.Equal(5, training.GetProperty("skippedTotal").GetInt32());
        Assert.True(training.GetProperty("hasModel").GetBoolean() && training.GetProperty("hasReport").GetBoolean());
        Assert.Equal("finished", (await _host.JsonAsync("/api/v1/trainings")).GetProperty("trainings")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Start_WhileAnotherRuns_IsAConflictThatNamesIt()
    {
        await _host.TrainAsync(TrainingHost.Endless, until: "running");
        var second = await _host.UploadAsync("second.zip");
        using var refused = await _host.StartTrainingAsync(second, TrainingHost.Finishes);
        Assert.Contains("faces.zip", await refused.ProblemAsync(ProblemKind.TrainingRunning), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_Running_WritesACheckpointAndStartGoesOnFromIt()
    {
        var id = await _host.TrainAsync(TrainingHost.Endless, until: "running");
        var running = await _host.JsonAsync("/api/v1/trainings/" + id);
        // The script's loss is not a number just now.
        Assert.Equal((JsonValueKind.Null, 8), (running.GetProperty("loss").ValueKind, running.GetProperty("secondsLeft").GetInt32()));
        using var asked = await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await _host.UntilAsync(id, "stopped");
        Assert.Equal("false", Resumed(id));

        using var again = await _host.Client.PostAsync($"/api/v1/trainings/{id}/start", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await _host.UntilAsync(id, "running");
        Assert.Equal("true", Resumed(id));
    }

    [Fact]
    public async Task Start_StoppedWithOtherOptions_BeginsAnew()
    {
        var id = await _host.TrainAsync(TrainingHost.Endless, until: "running");
        (await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null)).Dispose();
        await _host.UntilAsync(id, "stopped");
        (await _host.StartTrainingAsync(id, TrainingHost.Finishes)).Dispose();
        await _host.UntilAsync(id, "finished");
        Assert.Equal("false", Resumed(id));
    }

    [Fact]
    public async Task Start_ThatFails_SaysWhatItSaidLast()
    {
        var id = await _host.TrainAsync(TrainingHost.Fails, until: "failed");
        var training = await _host.JsonAsync("/api/v1/trainings/" + id);
        Assert.Equal("faces.zip holds no picture. Look inside it.", training.GetProperty("message").GetString());
        Assert.False(training.GetProperty("hasModel").GetBoolean());
    }

    [Fact]
    public async Task Start_ProcessKilled_IsFailedWithAdvice()
    {
        var id = await _host.TrainAsync(TrainingHost.Endless, until: "running");
        Signals.End(_host.Get<TrainingStore>().Find(id)!.Process!.Id);
        var training = await _host.UntilAsync(id, "failed");
        Assert.Contains("Start it again", training.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ThatCannotBeNoted_StopsAllTheSame()
    {
        var id = await _host.TrainAsync(TrainingHost.Endless, until: "running");
        // As on a full disk, the record cannot be written.
        Directory.CreateDirectory(Path.Combine(_host.TrainingsFolder, id, "training.json.tmp"));
        using var asked = await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await _host.UntilAsync(id, "stopped");
        using var again = await _host.Client.PostAsync($"/api/v1/trainings/{id}/start", null);
        await again.ProblemAsync(ProblemKind.NoRoom);
    }

    [Fact]
    public async Task Start_TwiceAtOnce_StartsOne()
    {
        var id = await _host.UploadAsync();
        var answers = await Task.WhenAll(_host.StartTrainingAsync(id, TrainingHost.Endless), _host.StartTrainingAsync(id, TrainingHost.Endless));
        Assert.Equal<HttpStatusCode>([HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Stop_AtOnceAfterTheStart_Stops()
    {
        var id = await _host.UploadAsync();
        (await _host.StartTrainingAsync(id, TrainingHost.Endless)).Dispose();
        using var asked = await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await _host.UntilAsync(id, "stopped");
    }

    [Fact]
    public async Task Delete_Running_IsRefusedAndAfterwardsNothingIsLeft()
    {
        var id = await _host.TrainAsync(TrainingHost.Endless, until: "running");
        using var refused = await _host.Client.DeleteAsync("/api/v1/trainings/" + id);
        await refused.ProblemAsync(ProblemKind.TrainingRunning);
        (await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null)).Dispose();
        await _host.UntilAsync(id, "stopped");

        using var gone = await _host.Client.DeleteAsync("/api/v1/trainings/" + id);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_host.TrainingsFolder));
        using var unknown = await _host.Client.GetAsync("/api/v1/trainings/" + id);
        await unknown.ProblemAsync(ProblemKind.UnknownTraining);
    }

    [Fact]
    public async Task Stop_NotRunning_IsAConflict()
    {
        var id = await _host.UploadAsync();
        using var response = await _host.Client.PostAsync($"/api/v1/trainings/{id}/stop", null);
        await response.ProblemAsync(ProblemKind.TrainingIdle);
    }

    [Theory]
    [InlineData("""{"arch":"lenet"}""", "moodnet")]
    [InlineData("""{"epochs":0}""", "1 to 100")]
    [InlineData("""{"epochs":101}""", "1 to 100")]
    public async Task Start_OptionThatIsNotAllowed_NamesWhatIs(string options, string allowed)
    {
        var id = await _host.UploadAsync();
        using var response = await _host.Client.PostAsync($"/api/v1/trainings/{id}/start", Answers.Json(options));
        Assert.Contains(allowed, await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0190d5a0000070008000000000000000")]
    [InlineData("..%2F..%2Fmodels")]
    [InlineData("x")]
    public async Task Any_UnknownId_IsSaid(string id)
    {
        using var found = await _host.Client.GetAsync("/api/v1/trainings/" + id);
        await found.ProblemAsync(ProblemKind.UnknownTraining);
        using var started = await _host.Client.PostAsync($"/api/v1/trainings/{id}/start", null);
        await started.ProblemAsync(ProblemKind.UnknownTraining);
        using var deleted = await _host.Client.DeleteAsync("/api/v1/trainings/" + id);
        await deleted.ProblemAsync(ProblemKind.UnknownTraining);
    }

    private string Resumed(string id) => File.ReadAllText(Path.Combine(_host.TrainingsFolder, id, "run", "resumed")).Trim();
}
