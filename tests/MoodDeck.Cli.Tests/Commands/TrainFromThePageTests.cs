using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MoodDeck.Server.Training;
using MoodDeck.Training.Architectures;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>The whole way as the page goes it: a zip of drawn faces, a training in a process of its own, trying, keeping, going back.</summary>
public sealed class TrainFromThePageTests : IDisposable
{
    private const int Side = 48, PicturesPerClass = 20;
    private readonly CliProcess _cli = new();

    [Fact]
    public void Architectures_ThatCanBeChosen_AreTheTrainersOwn() =>
        Assert.Equal(ExpressionArchitectures.Names.Order(StringComparer.Ordinal), TrainingArchitectures.Names.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Serve_ZipOfDrawnFaces_IsTrainedTriedKeptAndGivenBack()
    {
        Assert.SkipUnless(File.Exists(new VisionOptions().FaceModelPath) && File.Exists(VisionOptions.OwnEmotionModelPath), "needs the models in models/");
        using var server = Process.Start(_cli.StartInfo("serve", "--urls", "http://127.0.0.1:0"))!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using HttpClient client = new() { BaseAddress = new(line!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal))) };

            var id = (await AnswerAsync(client.PostAsync("/api/v1/trainings?name=faces.zip", Body(DrawnFaces(), "application/zip")), HttpStatusCode.Created)).GetProperty("id").GetString();
            await AnswerAsync(client.PostAsync($"/api/v1/trainings/{id}/start", new StringContent("""{"arch":"cnn","epochs":2}""", Encoding.UTF8, "application/json")), HttpStatusCode.Accepted);
            var training = await EndAsync(client, id!);

            Assert.True(training.GetProperty("state").GetString() == "finished", training.GetRawText());
            Assert.Equal(2, training.GetProperty("history").GetArrayLength());
            Assert.Equal(3 * PicturesPerClass, training.GetProperty("learned").GetInt32() + training.GetProperty("keptAside").GetInt32());
            Assert.Equal("train/happy/notes.png", Assert.Single(training.GetProperty("skipped").EnumerateArray()).GetProperty("where").GetString());
            Assert.Contains("<html", await client.GetStringAsync(new Uri($"/api/v1/trainings/{id}/report", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

            var tried = await AnswerAsync(client.PostAsync($"/api/v1/trainings/{id}/try", Body(Png(Face(1, new(1)), 3), "image/png")), HttpStatusCode.OK);
            Assert.Equal(1, tried.GetProperty("images").GetArrayLength());
            await AnswerAsync(client.PostAsync($"/api/v1/trainings/{id}/keep", null), HttpStatusCode.OK);
            var kept = Path.Combine(_cli.Folder.Path, "data", "models", "emotion.onnx");
            Assert.Contains(kept, await DoctorAsync(), StringComparison.Ordinal);

            using var back = await client.PostAsync("/api/v1/trainings/go-back", null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
            Assert.DoesNotContain(kept, await DoctorAsync(), StringComparison.Ordinal);
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _cli.Dispose();

    private async Task<string> DoctorAsync()
    {
        var doctor = await _cli.RunAsync("doctor", "--json");
        return doctor.Document.GetProperty("parts").EnumerateArray().First(p => p.GetProperty("part").GetString() == "emotion model").GetProperty("detail").GetString()!;
    }

    private static async Task<JsonElement> EndAsync(HttpClient client, string id)
    {
        while (true)
        {
            var training = await AnswerAsync(client.GetAsync("/api/v1/trainings/" + id), HttpStatusCode.OK);
            if (training.GetProperty("state").GetString() is not ("preparing" or "running")) return training;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonElement> AnswerAsync(Task<HttpResponseMessage> asked, HttpStatusCode expected)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == answer.StatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static ByteArrayContent Body(byte[] bytes, string type)
    {
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    /// <summary>Happy, sad and surprised faces as a child draws them, and one file that is no picture.</summary>
    private static byte[] DrawnFaces()
    {
        Random random = new(5);
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            string[] names = ["happy", "sad", "surprise"];
            for (var i = 0; i < names.Length * PicturesPerClass; i++) Add(zip, $"train/{names[i % 3]}/{i}.png", Png(Face(i % 3, random)));
            Add(zip, "train/happy/notes.png", "not a picture"u8.ToArray());
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    /// <summary>Luma in [<see cref="Side"/>, <see cref="Side"/>]: a light disc, two eyes, and a mouth bent up (0), bent down (1) or round (2).</summary>
    private static byte[,] Face(int mouth, Random random)
    {
        var picture = new byte[Side, Side];
        var (cx, cy) = (24 + random.Next(-2, 3), 24 + random.Next(-2, 3));
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                double dx = x - cx, dy = y - cy;
                var skin = (dx * dx) + (dy * dy) < 19 * 19;
                var eye = Math.Abs(Math.Abs(dx) - 7) < 2 && Math.Abs(dy + 6) < 2;
                var bend = mouth == 0 ? 12 - (dx * dx / 14) : 7 + (dx * dx / 14);
                var lips = mouth == 2 ? (dx * dx) + ((dy - 9) * (dy - 9)) < 16 : Math.Abs(dx) < 9 && Math.Abs(dy - bend) < 1.5;
                picture[y, x] = (byte)((eye || lips ? 40 : skin ? 200 : 90) + random.Next(30));
            }
        }

        return picture;
    }

    private static byte[] Png(byte[,] luma, int scale = 1)
    {
        using Image image = new(Side * scale, Side * scale);
        for (var y = 0; y < Side * scale; y++) for (var x = 0; x < Side * scale; x++) image[x, y] = new Rgb(luma[y / scale, x / scale], luma[y / scale, x / scale], luma[y / scale, x / scale]);
        return PngEncoder.Encode(image);
    }
}
