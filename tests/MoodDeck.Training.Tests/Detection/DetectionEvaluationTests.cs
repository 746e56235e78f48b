using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Detection;

public sealed class DetectionEvaluationTests
{
    [Fact]
    public void Run_Detector_GivesItEveryPictureAndKeepsWhatItFinds()
    {
        var set = Scenes.Set(Scenes.Face(), Scenes.Empty());
        using var detector = new BrightDetector();

        var report = DetectionEvaluation.Run(set, detector, FaceSearch.Quick, TimeProvider.System).Curve().At(0.5);

        Assert.Equal((2, 1, 1, 0), (report.Images, report.Faces, report.Hits, report.FalseAlarms));
    }

    /// <summary>Finds the bright part of a drawn picture.</summary>
    private sealed class BrightDetector : IFaceDetector
    {
        public string Name => "bright";

        public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick)
        {
            int left = picture.Width, top = picture.Height, right = 0, bottom = 0;
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                {
                    if (picture.Row(y)[x] != Scenes.Bright) continue;
                    (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x + 1), Math.Min(top, y), Math.Max(bottom, y + 1));
                }
            }

            return right == 0 ? [] : [new DetectedFace(new FaceBox(left, top, right - left, bottom - top), 0.9)];
        }

        public void Dispose()
        {
        }
    }
}
