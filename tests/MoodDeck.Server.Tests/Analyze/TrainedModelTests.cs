using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Vision;

namespace MoodDeck.Server.Tests.Analyze;

/// <summary>The committed models behind the server.</summary>
public sealed class TrainedModelTests : IAsyncLifetime
{
    private ChangedHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton(_ => new VisionModels(new VisionOptions()))));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Post_Astronaut_SurestFaceIsHers()
    {
        RequireModels();
        using var response = await _host.Client.PostAsync("/api/v1/analyze", Answers.Body(await File.ReadAllBytesAsync(Pictures.Astronaut), "image/png"));
        var image = (await response.OkJsonAsync()).GetProperty("images")[0];
        var face = image.GetProperty("faces")[0];
        Assert.Equal("happiness", face.GetProperty("dominant").GetString());
        var box = face.GetProperty("box");
        Assert.InRange(box.GetProperty("x").GetDouble() + (box.GetProperty("width").GetDouble() / 2), 190, 255);
        Assert.InRange(box.GetProperty("y").GetDouble() + (box.GetProperty("height").GetDouble() / 2), 90, 160);
    }

    [Fact]
    public async Task Live_Astronaut_EstimateIsPleasant()
    {
        RequireModels();
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync(await File.ReadAllBytesAsync(Pictures.Astronaut));
        var reading = await client.ReadingAsync();
        Assert.NotEqual(0, reading.GetProperty("faces").GetArrayLength());
        Assert.True(reading.GetProperty("estimate").GetProperty("valence").GetDouble() > 0);
    }

    private static void RequireModels()
    {
        VisionOptions options = new();
        foreach (var path in (string[])[options.FaceModelPath, options.EmotionModelPath])
            Assert.SkipUnless(File.Exists(path), $"The trained model {Path.GetFileName(path)} is not there yet.");
    }
}
