using MoodDeck.Training.Mtcnn;
using MoodDeck.Vision.Faces.Mtcnn;
using MoodDeck.Vision.Imaging;
using Drawn = MoodDeck.Training.Tests.Detection.Scenes;

namespace MoodDeck.Training.Tests.Mtcnn;

public sealed class MtcnnTrainerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-mtcnn-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_DrawnFaces_WritesACascadeThatFindsOne()
    {
        var result = MtcnnTrainer.Run(new()
        {
            ImagesPath = Pictures(), LabelsPath = Path.Combine(_folder.FullName, "labels.csv"), Prefix = null, OutputFolder = Path.Combine(_folder.FullName, "out"), HoldoutEvery = 4,
            Training = MtcnnTrainer.Defaults with { Epochs = 4, BatchSize = 32, Threads = 2, RunFolder = Path.Combine(_folder.FullName, "run") },
        });

        Assert.Equal(12, result.History.Count);
        Assert.All(MtcnnDetector.FileNames, name => Assert.True(File.Exists(Path.Combine(result.Folder, name))));
        using var detector = MtcnnDetector.Open(result.Folder, new() { Threshold = 0.05 });
        var face = Drawn.Face(200);
        Assert.Contains(detector.Detect(face.Grey), f => Vision.Faces.FaceBox.IntersectionOverUnion(f.Box, face.Faces[0]) > 0.4);
    }

    // Each shows one bright ellipse on a ground of another grey and light.
    private string Pictures()
    {
        var pictures = Path.Combine(_folder.FullName, "pictures");
        Directory.CreateDirectory(pictures);
        List<string> rows = ["image,x,y,w,h,source"];
        for (var i = 0; i < 24; i++)
        {
            var face = Drawn.Face(140 + (8 * i));
            using Image colour = new(face.Grey.Width, face.Grey.Height);
            for (var p = 0; p < face.Grey.Pixels.Length; p++) colour.Pixels.Slice(p * Image.Channels, Image.Channels).Fill((byte)(face.Grey.Pixels[p] - (i % 5)));
            File.WriteAllBytes(Path.Combine(pictures, $"{i}.png"), PngEncoder.Encode(colour));
            var box = face.Faces[0];
            rows.Add(FormattableString.Invariant($"{i}.png,{box.X},{box.Y},{box.Width},{box.Height},drawn"));
        }

        File.WriteAllLines(Path.Combine(_folder.FullName, "labels.csv"), rows);
        return pictures;
    }
}
