using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class HoldoutSplitTests
{
    // 700 training rows of 7 labels, among them three copies each of pictures 0..9, and ten test rows with two known pictures.
    private static readonly FaceImageSet Set = FaceRows.Set(
        Enumerable.Range(0, 700).Select(i => (i % 7, i < 30 ? i % 10 : i, "Training"))
            .Concat(Enumerable.Range(0, 10).Select(i => (i % 7, i < 2 ? 100 + i : 5000 + i, "PublicTest"))));

    private static readonly DuplicateGroups Groups = DuplicateGroups.Find(Set);

    [Fact]
    public void Find_CopiesAcrossUsages_SharesGroups()
    {
        Assert.Equal(Set.Count - 20 - 2, Groups.Count);
        Assert.Equal(Groups.GroupOf[0], Groups.GroupOf[10]);
        Assert.NotEqual(Groups.GroupOf[0], Groups.GroupOf[1]);
        Assert.Equal([700, 701], Groups.RowsSharedWith(Set.RowsOf("PublicTest"), Set.RowsOf("Training")));
    }

    [Fact]
    public void Create_Tenth_CoversAllTrainingRowsOnce()
    {
        var split = HoldoutSplit.Create(Set, Groups);

        Assert.Equal(Set.RowsOf("Training"), split.Training.Concat(split.Holdout).Order());
        Assert.InRange(split.Holdout.Length, 63, 84);
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    public void Create_AnySeed_KeepsCopiesTogetherAndLabelsInProportion(ulong seed)
    {
        var split = HoldoutSplit.Create(Set, Groups, new HoldoutOptions { Seed = seed });

        Assert.Empty(Groups.RowsSharedWith(split.Training, split.Holdout));
        for (var label = 0; label < 7; label++) Assert.InRange(split.Holdout.Count(row => Set.Labels[row] == label), 8, 15);
    }

    [Fact]
    public void Create_SameSeed_SameSplit()
    {
        var options = new HoldoutOptions { Seed = 5 };

        Assert.Equal(HoldoutSplit.Create(Set, Groups, options).Holdout, HoldoutSplit.Create(Set, Groups, options).Holdout);
        Assert.NotEqual(HoldoutSplit.Create(Set, Groups, options).Holdout, HoldoutSplit.Create(Set, Groups, options with { Seed = 6 }).Holdout);
    }

    [Fact]
    public void Create_CopiesInTest_ReportsThem() => Assert.Equal([100, 101], HoldoutSplit.Create(Set, Groups).AlsoInTest);

    [Fact]
    public void Create_ShareZero_KeepsNothingAside() => Assert.Empty(HoldoutSplit.Create(Set, Groups, new HoldoutOptions { Share = 0 }).Holdout);

    [Fact]
    public void Create_UnknownUsage_NamesTheKnown()
    {
        var e = Assert.Throws<ArgumentException>(() => HoldoutSplit.Create(Set, Groups, new HoldoutOptions { Usage = "Test" }));

        Assert.Contains("there are: Training, PublicTest", e.Message, StringComparison.Ordinal);
    }
}
