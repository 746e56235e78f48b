using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tests.Data;

public sealed class ClassInspectionTests
{
    [Fact]
    public void Counts_OfSeven_CountsEachUsageAndRepeatedRows()
    {
        var set = FaceRows.Set([(3, 1, "Training"), (3, 2, "Training"), (1, 3, "Training"), (3, 4, "PublicTest")]);

        var counts = ClassCounts.Of(set, EmotionLabels.Fer2013);
        var resampled = ClassCounts.Of(set, EmotionLabels.Fer2013, [0, 1, 2, 2]);

        Assert.Equal("happy", counts.Names[3]);
        Assert.Equal(["Training", "PublicTest"], counts.ByUsage.Select(u => u.Usage));
        Assert.Equal([0, 1, 0, 2, 0, 0, 0], counts.ByUsage[0].Counts);
        Assert.Equal([0, 1, 0, 3, 0, 0, 0], counts.Total);
        Assert.Equal([0, 2, 0, 2, 0, 0, 0], resampled.Total);
        Assert.Single(resampled.ByUsage);
    }

    [Fact]
    public void Counts_OfEight_CountsWhatVotesAgreeOn()
    {
        var set = FaceRows.Set([(3, 1, "Training"), (3, 2, "Training"), (3, 3, "Training")])
            .WithVotes([0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 1, 0]);

        var counts = ClassCounts.Of(set, EmotionLabels.FerPlus);

        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 1], counts.Total);
        Assert.Equal(1, counts.Unlabelled);
        Assert.Equal(3, ClassCounts.Of(FaceRows.Set([(1, 1, ""), (1, 2, ""), (1, 3, "")]), EmotionLabels.FerPlus).Unlabelled);
    }

    [Fact]
    public void Averages_OfTwoPictures_IsTheirMeanRounded()
    {
        var set = FaceRows.Set([(3, 1, "Training"), (3, 2, "Training"), (0, 3, "Training")]);

        var averages = ClassAverages.Of(set, EmotionLabels.Fer2013).Classes;

        Assert.Equal(("happy", 2), (averages[3].Name, averages[3].Count));
        for (var i = 0; i < FaceImageSet.ImageLength; i++) Assert.Equal((set.Image(0)[i] + set.Image(1)[i] + 1) / 2, averages[3].Pixels[i]);
        Assert.Equal(FaceRows.Picture(3), averages[0].Pixels);
        Assert.Equal(0, averages[1].Count);
        Assert.Empty(averages[1].Pixels);
    }

    [Fact]
    public void Outliers_BlankCopyAndStranger_AreFoundForTheirReasons()
    {
        // Rows 0..99 vary one drawing in light, contrast and noise; then a blank one, a copy with another label, its negative.
        var pictures = Enumerable.Range(0, 100).Select(Variation).ToList();
        pictures.Add([.. Enumerable.Repeat((byte)120, FaceImageSet.ImageLength)]);
        pictures.Add(pictures[7]);
        pictures.Add([.. pictures[8].Select(p => (byte)(255 - p))]);
        var set = Set(pictures, row => (byte)(row == 101 ? 5 : row % 2));

        var outliers = Outliers.Find(set, DuplicateGroups.Find(set));

        Assert.Equal([(100, OutlierKind.Blank), (7, OutlierKind.OtherLabel), (101, OutlierKind.OtherLabel), (102, OutlierKind.Unlike)], outliers.Select(o => (o.Row, o.Kind)));
        Assert.Equal("shows nothing: its grey values vary by 0.0", outliers[0].Reason);
        Assert.Equal("the same picture is labelled surprise and disgust", outliers[1].Reason);
        Assert.True(outliers[3].Score > Outliers.MinScore);
        Assert.Equal("row 103", outliers[3].Name);
    }

    [Fact]
    public void Outliers_OnlySomeRows_LooksAtNoOthers()
    {
        var set = Set([.. Enumerable.Range(0, 9).Select(Variation), new byte[FaceImageSet.ImageLength]], _ => 1);

        Assert.Empty(Outliers.Find(set, DuplicateGroups.Find(set), [0, 1, 2]));
        Assert.Equal(9, Assert.Single(Outliers.Find(set, DuplicateGroups.Find(set), [2, 9])).Row);
        Assert.Empty(Outliers.Find(set, DuplicateGroups.Find(set), []));
    }

    private static byte[] Variation(int seed)
    {
        var random = FastRandom.For(3, 0, seed);
        var (light, contrast) = (random.Between(60, 120), random.Between(20, 60));
        var pixels = new byte[FaceImageSet.ImageLength];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(light + (contrast * Math.Sin((i % 48) / 5.0) * Math.Cos(i / 48 / 9.0)) + random.Around(contrast / 3), 0, 255);
        return pixels;
    }

    private static FaceImageSet Set(List<byte[]> pictures, Func<int, byte> label) => new()
    {
        Pixels = [.. pictures.SelectMany(p => p)],
        Labels = [.. pictures.Select((_, row) => label(row))],
        Usages = new byte[pictures.Count],
        UsageNames = ["Training"],
        SourceRows = [.. Enumerable.Range(0, pictures.Count)],
        SourceRowCount = pictures.Count,
        Bad = new BadRows(),
    };
}
