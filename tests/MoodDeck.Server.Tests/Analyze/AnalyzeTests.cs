using MoodDeck.Core.Mood;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Analyze;

public sealed class AnalyzeTests(DeckHost host) : IClassFixture<DeckHost>
{
    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Post_HappyFace_IsAnsweredInFull(string? contentType)
    {
        using var response = await host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(width: 80), contentType));
        var image = (await response.OkJsonAsync()).GetProperty("images").EnumerateArray().Single();
        Assert.Equal(["path", "width", "height", "faces", "mood", "elapsedMs"], image.Names());
        Assert.Equal((80, 48), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));
        var face = image.GetProperty("faces").EnumerateArray().Single();
        Assert.Equal(["box", "score", "quality", "emotions", "dominant", "confidence", "vad"], face.Names());
        Assert.Equal(Emotions.Names, face.GetProperty("emotions").Names());
        Assert.Equal(1, face.GetProperty("emotions").EnumerateObject().Sum(e => e.Value.GetDouble()), 4);
        Assert.Equal("happiness", face.GetProperty("dominant").GetString());
        Assert.True(image.GetProperty("mood").GetProperty("valence").GetDouble() > 0.3);
    }

    [Fact]
    public async Task Post_NoFace_IsNoError()
    {
        using var response = await host.Client.PostAsync("/api/v1/analyze", Answers.Body(Pictures.Jpeg(Pictures.Dark), "image/jpeg"));
        var image = (await response.OkJsonAsync()).GetProperty("images")[0];
        Assert.Equal(0, image.GetProperty("faces").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, image.GetProperty("mood").ValueKind);
    }

    [Fact]
    public async Task Post_TruncatedJpeg_IsABadImage()
    {
        var jpeg = Pictures.Jpeg(width: 400, height: 300);
        await ExpectAsync(jpeg[..(jpeg.Length / 2)], ProblemKind.BadImage);
    }

    [Fact]
    public Task Post_TextAsImage_IsABadImage() => ExpectAsync("This is no picture."u8.ToArray(), ProblemKind.BadImage);

    [Fact]
    public Task Post_EmptyBody_IsABadImage() => ExpectAsync([], ProblemKind.BadImage);

    [Fact]
    public Task Post_HugePixelCount_IsTooLarge() => ExpectAsync(Pictures.PngHeader(30_000, 30_000), ProblemKind.TooLarge);

    [Fact]
    public Task Post_PngOfNothingButAHeader_IsABadImage() => ExpectAsync(Pictures.PngHeader(64, 64), ProblemKind.BadImage);

    [Fact]
    public Task Post_MoreBytesThanAllowed_IsTooLarge() => ExpectAsync(new byte[Limits.ImageBytes + 1], ProblemKind.TooLarge);

    [Fact]
    public async Task Post_MoreBytesThanAllowedInChunks_IsTooLarge()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/analyze") { Content = Answers.Body(new byte[Limits.ImageBytes + 1], "image/jpeg") };
        request.Headers.TransferEncodingChunked = true;
        using var response = await host.Client.SendAsync(request);
        await response.ProblemAsync(ProblemKind.TooLarge);
    }

    private async Task ExpectAsync(byte[] picture, ProblemKind kind)
    {
        using var response = await host.Client.PostAsync("/api/v1/analyze", Answers.Body(picture, "image/jpeg"));
        await response.ProblemAsync(kind);
    }
}
