using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Export;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Tensors;
using MoodDeck.Training.Tests.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Tests.Augmentation;

/// <summary>What the trainer's network says of a picture is what the player says of it.</summary>
public sealed class ServingParityTests : IDisposable
{
    private static readonly PixelNormalisation Normalisation = new(121.5f, 58);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(FacePreprocessing.None, false)]
    [InlineData(FacePreprocessing.Equalise, false)]
    [InlineData(FacePreprocessing.Clahe, false)]
    [InlineData(FacePreprocessing.Clahe, true)]
    public void Classify_ExportedNetwork_GivesTheTrainersProbabilities(FacePreprocessing preprocessing, bool flip)
    {
        var network = Small();
        var picture = Face();
        var logits = Logits(network, picture, preprocessing, mirror: false);
        if (flip) logits = [.. logits.Zip(Logits(network, picture, preprocessing, mirror: true), (a, b) => (a + b) / 2)];
        var expected = new double[Emotions.Count];
        Calibration.Softmax(logits, 1, expected);

        using var classifier = EmotionClassifier.Open(Export(network, preprocessing, flip));
        var actual = Assert.Single(classifier.Classify(Array.ConvertAll(picture, p => (float)p))).Scores;

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4);
    }

    [Fact]
    public void Logits_OtherPreprocessings_Differ()
    {
        var network = Small();
        float[][] all = [.. Enum.GetValues<FacePreprocessing>().Select(p => Logits(network, Face(), p, mirror: false))];

        for (var i = 0; i < all.Length; i++) for (var j = 0; j < i; j++) Assert.True(all[i].Zip(all[j], (a, b) => Math.Abs(a - b)).Max() > 0.05);
    }

    [Theory]
    [InlineData(FacePreprocessing.Equalise)]
    [InlineData(FacePreprocessing.Clahe)]
    public void Augment_NothingElseChosen_IsThePlainPreprocessedPicture(FacePreprocessing preprocessing)
    {
        var (plain, augmented) = (new float[FaceImageSet.ImageLength], new float[FaceImageSet.ImageLength]);
        FaceAugmenter.Plain(Face(), plain, Normalisation, preprocessing: preprocessing);

        new FaceAugmenter(FaceAugmentationOptions.None, Normalisation, 1, preprocessing).Augment(Face(), augmented, 0, 0);

        for (var i = 0; i < plain.Length; i++) Assert.Equal(plain[i], augmented[i], 1e-3);
    }

    [Fact]
    public void Augment_ErasedRectangle_IsLeftAloneByPreprocessing()
    {
        var options = FaceAugmentationOptions.None with { ErasingChance = 1, ErasingMinShare = 0.1f, ErasingMaxShare = 0.1f };
        var (raw, equalised) = (new float[FaceImageSet.ImageLength], new float[FaceImageSet.ImageLength]);
        new FaceAugmenter(options, Normalisation, 1).Augment(Face(), raw, 0, 0);

        new FaceAugmenter(options, Normalisation, 1, FacePreprocessing.Equalise).Augment(Face(), equalised, 0, 0);

        Assert.InRange(Enumerable.Range(0, raw.Length).Count(i => raw[i] == equalised[i]), 190, 300); // the rectangle's grey, and chance
    }

    private static Network Small()
    {
        var network = new Network(new Shape(1, FaceImageSet.Side, FaceImageSet.Side, 1));
        var x = network.Add("conv", new Conv2d(1, 6, 5, 2, bias: true, seed: 3), network.Input);
        x = network.Add("relu", new Relu(), x);
        network.Output("ferplus", network.Add("head", new Linear(24 * 24 * 6, Emotions.Count, 4), x));
        return network;
    }

    // Something with light from one side and features, so that every preprocessing shows.
    private static byte[] Face() => [.. Enumerable.Range(0, FaceImageSet.ImageLength).Select(i =>
        (byte)(40 + (1.5 * (i % 48)) + (30 * Math.Sin(i % 48 / 4.0) * Math.Cos(i / 48 / 5.0)) + (i * 7 % 11)))];

    private static float[] Logits(Network network, byte[] picture, FacePreprocessing preprocessing, bool mirror)
    {
        using var pool = new WorkerPool(1);
        var input = new Tensor(new Shape(1, FaceImageSet.Side, FaceImageSet.Side, 1));
        FaceAugmenter.Plain(picture, input.Span, Normalisation, mirror, preprocessing);
        return network.Forward(input, new Pass(pool, IsTraining: false))[0].Span.ToArray();
    }

    private string Export(Network network, FacePreprocessing preprocessing, bool flip)
    {
        var path = _folder.File("small.onnx");
        OnnxExporter.Save(network, path, new OnnxExportOptions
        {
            Metadata = new Dictionary<string, string>
            {
                ["mooddeck.mean"] = Normalisation.Mean.ToString(CultureInfo.InvariantCulture),
                ["mooddeck.std"] = Normalisation.Deviation.ToString(CultureInfo.InvariantCulture),
                ["mooddeck.labels.ferplus"] = string.Join(',', Emotions.Names),
                ["mooddeck.preprocess"] = FacePreprocessings.NameOf(preprocessing),
                ["mooddeck.flip"] = flip ? "true" : "false",
            },
        });
        return path;
    }
}
