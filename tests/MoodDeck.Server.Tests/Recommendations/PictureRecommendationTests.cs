using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Recommendations;

public sealed class PictureRecommendationTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Theory]
    [InlineData(Pictures.Happy, MusicHost.Bright)]
    [InlineData(Pictures.Sad, MusicHost.Plain)]
    public async Task Post_Face_ChoosesForItsMood(byte light, string expected)
    {
        using var response = await PostAsync(Pictures.Jpeg(light), """{"sources":["library"],"limit":1}""");
        Assert.Equal(expected, FirstTitle(await response.OkJsonAsync()));
    }

    [Fact]
    public async Task Post_FaceAndName_GoesFromTheFaceToTheName()
    {
        using var response = await PostAsync(Pictures.Jpeg(Pictures.Sad), """{"mood":"happy","strategy":"lift","sources":["library"]}""");
        var answer = await response.OkJsonAsync();
        Assert.True(answer.GetProperty("target").GetProperty("valence").GetDouble() > 0.5);
        Assert.Equal(MusicHost.Plain, FirstTitle(answer));
    }

    [Fact]
    public async Task Post_NoFace_IsAQueueThatSaysSo()
    {
        using var response = await PostAsync(Pictures.Jpeg(Pictures.Dark), null);
        var answer = await response.OkJsonAsync();
        Assert.StartsWith("No face was found in the picture", answer.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith("note.noFace", answer.GetProperty("remarks")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal(20, answer.GetProperty("tracks").GetArrayLength());
    }

    [Fact]
    public async Task Post_OptionsAsAFile_AreRead()
    {
        using var form = new MultipartFormDataContent { { Answers.Body("""{"sources":["library"]}"""u8.ToArray(), "application/json"), "options", "blob" } };
        using var response = await host.Client.PostAsync("/api/v1/recommendations", form);
        Assert.Equal(2, (await response.OkJsonAsync()).GetProperty("tracks").GetArrayLength());
    }

    [Fact]
    public async Task Post_BadPicture_IsABadImage()
    {
        using var response = await PostAsync("no picture"u8.ToArray(), null);
        await response.ProblemAsync(ProblemKind.BadImage);
    }

    [Fact]
    public async Task Post_BadOptions_AreBadJson()
    {
        using var response = await PostAsync(Pictures.Jpeg(), "{");
        await response.ProblemAsync(ProblemKind.BadJson);
    }

    [Fact]
    public async Task Post_PartNobodyReads_IsNamed()
    {
        using var form = new MultipartFormDataContent { { Answers.Body([1, 2, 3], "audio/wav"), "voice", "a.wav" } };
        using var response = await host.Client.PostAsync("/api/v1/recommendations", form);
        Assert.Contains("'voice'", await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PictureWithoutAFileName_IsNotPassedOver()
    {
        using var form = new MultipartFormDataContent { { Answers.Body(Pictures.Jpeg(), "image/jpeg"), "image" } };
        using var response = await host.Client.PostAsync("/api/v1/recommendations", form);
        Assert.Contains("file name", await response.ProblemAsync(ProblemKind.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FormThatBreaksOff_IsABadRequest()
    {
        var broken = "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.jpg\"\r\n\r\nabc"u8.ToArray();
        using var response = await host.Client.PostAsync("/api/v1/recommendations", Answers.Body(broken, "multipart/form-data; boundary=b"));
        await response.ProblemAsync(ProblemKind.BadRequest);
    }

    private static string? FirstTitle(JsonElement answer) => answer.GetProperty("tracks")[0].GetProperty("title").GetString();

    private async Task<HttpResponseMessage> PostAsync(byte[] picture, string? options)
    {
        using var form = new MultipartFormDataContent { { Answers.Body(picture, "image/jpeg"), "image", "face.jpg" } };
        if (options is not null) form.Add(new StringContent(options), "options");
        return await host.Client.PostAsync("/api/v1/recommendations", form);
    }
}
