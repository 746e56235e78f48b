using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Expressions;

/// <summary>Which rows are learned from and which are kept aside.</summary>
public sealed class EmotionDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfficialSplit_NamesEverySkippedRowOnce()
    {
        _folder.Write("faces.csv", FaceRows.Header + FaceRows.Row(0, 1) + FaceRows.Row(3, 2, "Validation") + "9,broken,Training\n" + FaceRows.Row(3, 3) + FaceRows.Row(6, 4, "PublicTest"));
        var data = EmotionData.Read(Options() with { Split = new() { ValidateOn = "validation" } });

        Assert.Equal(1, data.Set.Bad.Count);
        Assert.Equal(3, data.Set.Count);
        Assert.Equal([0, 3], data.Rows.Select(row => (int)data.Set.Labels[row]));
        Assert.Equal(["Validation"], data.Holdout.Select(data.Set.UsageOf));
    }

    [Fact]
    public void Read_ChosenByTheRowsLearnedFrom_IsRefused()
    {
        _folder.Write("faces.csv", FaceRows.Header + FaceRows.Row(0, 1) + FaceRows.Row(3, 2));
        var error = Assert.Throws<InvalidDataException>(() => EmotionData.Read(Options() with { Split = new() { ValidateOn = "training" } }));

        Assert.Contains("cannot be chosen by the rows it learns from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFolds_MoreThanPictures_SaysHowManyThereAre()
    {
        _folder.Write("faces.csv", FaceRows.Header + FaceRows.Row(0, 1) + FaceRows.Row(3, 2) + FaceRows.Row(3, 2));
        var error = Assert.Throws<InvalidDataException>(() => EmotionData.ReadFolds(Options() with { Split = new() { Folds = 3 } }));

        Assert.StartsWith("2 different pictures cannot be split into 3 folds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OnePixelOrLabelOrRowAnother_IsAnother()
    {
        var set = FaceRows.Set([(0, 1, "Training"), (3, 2, "Training"), (4, 3, "Training")]);
        var darker = FaceRows.Set([(0, 1, "Training"), (3, 2, "Training"), (4, 3, "Training")]);
        darker.Pixels[5000] ^= 1;
        EmotionData[] all =
        [
            new(set, [0, 1], [2]), new(darker, [0, 1], [2]), new(set, [0, 2], [1]), new(set, [0, 1, 2], []),
            new(FaceRows.Set([(0, 1, "Training"), (2, 2, "Training"), (4, 3, "Training")]), [0, 1], [2]),
        ];

        Assert.Equal(all.Length, all.Select(d => d.Digest()).Distinct().Count());
        Assert.Equal(all[0].Digest(), new EmotionData(set, [0, 1], [2]).Digest());
    }

    private EmotionTrainingOptions Options() => new()
    {
        Sources = [new FaceDataSource { Path = _folder.File("faces.csv") }], OutputPath = _folder.File("emotion.onnx"),
        Training = new TrainingOptions { RunFolder = _folder.File("run"), Epochs = 1 },
    };
}
