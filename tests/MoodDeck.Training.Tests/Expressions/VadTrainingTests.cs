using System.Globalization;
using System.Text;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Expressions;

/// <summary>Valence, arousal and dominance from annotations in EMOTIC's layout, on faces drawn for it.</summary>
public sealed class VadTrainingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_EmoticAnnotations_LearnsThemAndReportsConcordance()
    {
        WriteEmotic(120);
        EmotionTrainingOptions options = new()
        {
            Sources = [new() { Path = _folder.File("emotic/train.csv"), ImagesPath = _folder.File("emotic") }], Width = 8, Augmentation = FaceAugmentationOptions.None,
            OutputPath = _folder.File("vad.onnx"),
            Training = new TrainingOptions { Epochs = 40, BatchSize = 16, RunFolder = _folder.File("run"), Threads = 2, AverageDecay = 0.9 },
        };
        var result = EmotionTrainer.Run(options);
        Assert.Equal(["vad"], result.Heads);

        var report = EmotionRunReport.Of(options, [result], TimeProvider.System);
        var valence = report.Evaluations.Single().Regression.Single(r => r.Dimension == "valence").Figures;
        Assert.True(valence.Concordance > 0.7, $"concordance {valence.Concordance}");
        Assert.True(valence.Pearson > 0.7, $"correlation {valence.Pearson}");
        Assert.InRange(valence.MeanAbsoluteError, 0, 0.4);
        var files = ReportFiles.Save(report, _folder.File("vad.html"));
        Assert.Contains("valence", File.ReadAllText(files.HtmlPath), StringComparison.Ordinal);
    }

    // A smile is pleasant (9 of 10), a mouth turned down is not (2), arousal and dominance go along by halves.
    private void WriteEmotic(int rows)
    {
        StringBuilder csv = new("Index,Folder,Filename,Image Size,BBox,Categorical_Labels,Continuous_Labels,Gender,Age\n");
        for (var i = 0; i < rows; i++)
        {
            var smiles = i % 2 == 0;
            var face = DrawnFaces.Draw(smiles ? 1 : 2, i);
            _folder.Put($"emotic/drawn/{i}.png", DrawnPictures.Png(48, 48, (x, y) => face[(y * 48) + x]));
            csv.Append(CultureInfo.InvariantCulture, $"{i},drawn,{i}.png,\"[48, 48]\",\"[0, 0, 48, 48]\",\"['Happiness']\",\"[{(smiles ? 9 : 2)}, {(smiles ? 7 : 4)}, {(smiles ? 8 : 3)}]\",Female,Adult\n");
        }

        _folder.Put("emotic/train.csv", DrawnPictures.Text(csv.ToString()));
    }
}
