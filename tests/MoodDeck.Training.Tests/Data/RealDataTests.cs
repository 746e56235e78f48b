using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

/// <summary>The readers on the published data sets, against the counts published with them.</summary>
public sealed class RealDataTests
{
    [Fact]
    public void Read_Fer2013WithVotes_HasThePublishedCounts()
    {
        var pictures = TrainingData.Require("fer2013", "fer2013.csv.gz");
        var set = FerPlusReader.Read(TrainingData.Require("fer2013", "ferplus.csv.gz"), Fer2013Reader.Read(pictures));

        Assert.Empty(set.Bad.Rows);
        Assert.Equal((28558, 3579), (set.RowsOf("Training").Length, set.RowsOf("PublicTest").Length));
        Assert.Equal([466, 56, 496, 891, 652, 414, 604], Counts(set.RowsOf("PublicTest").Select(row => (int)set.Labels[row]), 7));
        Assert.Equal([1182, 865, 415, 351, 287, 24, 62, 13], Votes(set, "PublicTest", FerPlusProtocol.Strict));
        Assert.Equal([1335, 899, 456, 412, 319, 34, 74, 24], Votes(set, "PublicTest", FerPlusProtocol.Plurality));
        Assert.Equal([8739, 7287, 3149, 3013, 2099, 119, 532, 119], Votes(set, "Training", FerPlusProtocol.Strict));
        Assert.Equal([10308, 7528, 3562, 3514, 2466, 191, 652, 165], Votes(set, "Training", FerPlusProtocol.Plurality));
    }

    [Fact]
    public void Find_Fer2013_HasThePublishedCopies()
    {
        var set = Fer2013Reader.Read(TrainingData.Require("fer2013", "fer2013.csv.gz"));

        var groups = DuplicateGroups.Find(set);
        var repeated = set.RowsOf("Training").GroupBy(row => groups.GroupOf[row]).Where(g => g.Count() > 1).ToList();

        Assert.Equal((1032, 2256), (repeated.Count, repeated.Sum(g => g.Count())));
        Assert.Equal(279, groups.RowsSharedWith(set.RowsOf("PublicTest"), set.RowsOf("Training")).Length);
    }

    [Fact]
    public void Load_ValidationFaces_HasThePublishedCounts()
    {
        var set = FaceDetectionSet.Load(TrainingData.Require("faces", "faces.zip"), TrainingData.Require("faces", "labels.csv"), "val/");

        Assert.Empty(set.Problems);
        Assert.Equal((676, 757, 175), (set.Images.Count, set.Images.Sum(i => i.Faces.Length), set.Images.Count(i => i.Faces.Length == 0)));
    }

    private static int[] Votes(FaceImageSet set, string usage, FerPlusProtocol protocol) =>
        Counts(set.RowsOf(usage).Select(row => FerPlus.LabelOf(set.VotesOf(row), protocol)).Where(label => label >= 0), 8);

    private static int[] Counts(IEnumerable<int> labels, int classes)
    {
        var counts = new int[classes];
        foreach (var label in labels) counts[label]++;
        return counts;
    }
}
