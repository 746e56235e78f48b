using System.Net.Sockets;
using System.Text;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Training;

public sealed class TrainingUploadTests : IAsyncLifetime
{
    private TrainingHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TrainingHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Upload_Zip_IsStoredAsItCame()
    {
        var id = await _host.UploadAsync("../../évil\n.zip");
        Assert.Equal(TrainingHost.Zip, await File.ReadAllBytesAsync(Path.Combine(_host.TrainingsFolder, id, "data.zip"), TestContext.Current.CancellationToken));
        var training = await _host.JsonAsync("/api/v1/trainings/" + id);
        Assert.Equal(("../../évil.zip", "uploaded", 1004), (training.GetProperty("name").GetString(), training.GetProperty("state").GetString(), training.GetProperty("bytes").GetInt32()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("PK\u0005\u0006 an empty zip")]
    [InlineData("this is a letter")]
    public async Task Upload_ThatIsNoZip_IsRefusedAndNothingStays(string text)
    {
        using var response = await _host.Client.PostAsync("/api/v1/trainings", Answers.Body(Encoding.Latin1.GetBytes(text), "application/zip"));
        await response.ProblemAsync(ProblemKind.BadArchive);
        AssertNothingStays();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_LargerThanTaken_IsRefusedAndNothingStays(bool saysItsLength)
    {
        using var content = Answers.Body([.. TrainingHost.Zip, .. new byte[200_000]], "application/zip");
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/trainings") { Content = content };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        using var response = await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("mooddeck train emotion", await response.ProblemAsync(ProblemKind.TooLarge), StringComparison.Ordinal);
        AssertNothingStays();
    }

    [Fact]
    public async Task Upload_ThatBreaksOff_LeavesNothing()
    {
        using (TcpClient client = new())
        {
            await client.ConnectAsync(_host.Address.Host, _host.Address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/trainings HTTP/1.1\r\nHost: {_host.Address.Authority}\r\nContent-Length: 90000\r\n\r\nPK\u0003\u0004 and so on"), TestContext.Current.CancellationToken);
            while (!Directory.Exists(_host.TrainingsFolder) || Directory.GetFiles(_host.TrainingsFolder, "data.zip", SearchOption.AllDirectories).Length == 0)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        while (Directory.EnumerateFileSystemEntries(_host.TrainingsFolder).Any()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Upload_SeveralAtOnce_AreTrainingsOfTheirOwn()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _host.UploadAsync($"{i}.zip")));
        Assert.Equal(8, ids.Distinct().Count());
        Assert.Equal(8, (await _host.JsonAsync("/api/v1/trainings")).GetProperty("trainings").GetArrayLength());
    }

    [Theory]
    [InlineData("\u202Egpj.exe.zip", "gpj.exe.zip")]
    [InlineData("  ", "pictures.zip")]
    public async Task Upload_NameThatMisleads_IsMadePlain(string name, string expected)
    {
        var id = await _host.UploadAsync(name);
        Assert.Equal(expected, (await _host.JsonAsync("/api/v1/trainings/" + id)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Upload_LongNameOfWideCharacters_IsCutBetweenThem()
    {
        var id = await _host.UploadAsync("a" + string.Concat(Enumerable.Repeat("😀", 120)));
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("😀", 99)), (await _host.JsonAsync("/api/v1/trainings/" + id)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Upload_Folder_IsItsOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights");
        var id = await _host.UploadAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Path.Combine(_host.TrainingsFolder, id)).UnixFileMode);
    }

    [Fact]
    public async Task Upload_FromAnotherSite_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/trainings") { Content = Answers.Body(TrainingHost.Zip, "application/zip") };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.ProblemAsync(ProblemKind.ForeignOrigin);
    }

    [Fact]
    public async Task Upload_LeftoverOfYesterday_IsClearedAway()
    {
        var leftover = Directory.CreateDirectory(Path.Combine(_host.TrainingsFolder, Guid.NewGuid().ToString("N")));
        var stranger = Directory.CreateDirectory(Path.Combine(_host.TrainingsFolder, "not-ours"));
        foreach (var folder in (DirectoryInfo[])[leftover, stranger]) folder.LastWriteTimeUtc = DateTime.UtcNow.AddDays(-2);
        await _host.UploadAsync();
        Assert.False(Directory.Exists(leftover.FullName));
        Assert.True(Directory.Exists(stranger.FullName));
    }

    private void AssertNothingStays() => Assert.Empty(Directory.Exists(_host.TrainingsFolder) ? Directory.EnumerateFileSystemEntries(_host.TrainingsFolder) : []);
}
