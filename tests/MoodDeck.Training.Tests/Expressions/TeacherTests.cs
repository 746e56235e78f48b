using MoodDeck.Core.Mood;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tests.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Tests.Expressions;

public sealed class TeacherTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(FacePreprocessing.None, 0)]
    [InlineData(FacePreprocessing.Clahe, 0)]
    [InlineData(FacePreprocessing.Equalise, 1)]
    public void Batch_PupilWithPreprocessing_ShowsItsTeacherTheSamePicturesWithout(FacePreprocessing preprocessing, float mixup)
    {
        DrawnFaces.PutFolders(_folder, "faces", 8, "neutral", "happy");
        EmotionTrainingOptions options = new()
        {
            Sources = [new() { Path = _folder.File("faces") }], Width = 8, OutputPath = _folder.File("teacher.onnx"), Augmentation = FaceAugmentationOptions.None,
            Training = new() { Epochs = 2, BatchSize = 8, RunFolder = _folder.File("run"), Threads = 2 },
        };
        EmotionTrainer.Run(options);
        options = options with { Teacher = new([options.OutputPath]), Preprocessing = preprocessing, Mixing = new() { MixupChance = mixup } };
        var data = EmotionData.Read(options);
        var heads = HeadsOfData.Create(data.Set, data.Rows, 8, options);
        var network = ExpressionArchitectures.Create("moodnet", new ArchitectureOptions { Width = 8, Heads = [.. heads.Select(h => h.Name)] });
        EpochRows rows = new(data.Rows, 1);
        using EmotionTask task = new(network, data, heads, rows, options);
        using WorkerPool pool = new(2);
        task.Batch(0, 0, pool);

        var pictures = Tensors(data, rows);
        new PictureMixer(options.Mixing, options.Training.Seed).Mix(pictures, [], 0, 0);
        using var teacher = EmotionClassifier.Open(options.OutputPath);
        var answers = teacher.Classify(pictures.Span);
        var taught = heads.OfType<ClassHead>().First().Taught!;
        for (var i = 0; i < 8; i++)
            foreach (var emotion in Emotions.All) Assert.Equal(answers[i].Scores[emotion], taught[(i * Emotions.Count) + (int)emotion], 1e-3);
    }

    [Fact]
    public void Teach_TwoTeachers_TeachesTheMeanOfTheirAnswers()
    {
        DrawnFaces.PutFolders(_folder, "faces", 8, "neutral", "happy");
        string[] models = [_folder.File("one.onnx"), _folder.File("two.onnx")];
        foreach (var (i, model) in models.Index())
        {
            EmotionTrainer.Run(new()
            {
                Sources = [new() { Path = _folder.File("faces") }], Width = 8, OutputPath = model,
                Training = new() { Epochs = 1, BatchSize = 8, RunFolder = _folder.File($"run{i}"), Threads = 2, Seed = (ulong)i + 1 },
            });
        }

        Training.Tensors.Tensor pictures = new(new(2, 48, 48, 1));
        for (var p = 0; p < pictures.Length; p++) pictures.Span[p] = p % 251;
        var head = ClassHead.FerPlus(2, new(0, 0.5, 2), null);
        using Teacher both = new(models, new(0, 1));
        using WorkerPool pool = new(2);
        both.Teach(pictures, [head], pool);

        using var one = EmotionClassifier.Open(models[0]);
        using var two = EmotionClassifier.Open(models[1]);
        var (first, second) = (one.Classify(pictures.Span), two.Classify(pictures.Span));
        for (var i = 0; i < 2; i++)
            foreach (var emotion in Emotions.All) Assert.Equal((first[i].Scores[emotion] + second[i].Scores[emotion]) / 2, head.Taught![(i * Emotions.Count) + (int)emotion], 1e-5);
        Assert.Contains(Emotions.All, e => Math.Abs(first[0].Scores[e] - second[0].Scores[e]) > 1e-3);
    }

    private static Training.Tensors.Tensor Tensors(EmotionData data, EpochRows rows)
    {
        Training.Tensors.Tensor pictures = new(new(8, 48, 48, 1));
        for (var i = 0; i < 8; i++)
            for (var p = 0; p < 48 * 48; p++) pictures.Span[(i * 48 * 48) + p] = data.Set.Image(rows.Of(0)[i])[p];
        return pictures;
    }
}
