using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FoldSplitTests
{
    // 350 training rows of 7 labels, among them three copies each of pictures 0..9, and ten test rows with two known pictures.
    private static readonly FaceImageSet Set = FaceRows.Set(
        Enumerable.Range(0, 350).Select(i => (i % 7, i < 30 ? i % 10 : i, "Training"))
            .Concat(Enumerable.Range(0, 10).Select(i => (i % 7, i < 2 ? 100 + i : 5000 + i, "PublicTest"))));

    private static readonly DuplicateGroups Groups = DuplicateGroups.Find(Set);

    [Theory]
    [InlineData(2, 1ul)]
    [InlineData(5, 2ul)]
    [InlineData(10, 3ul)]
    public void Create_AnyFolds_ChoosesByEveryRowOnceWithCopiesTogetherAndLabelsInProportion(int k, ulong seed)
    {
        var folds = FoldSplit.Create(Set, Groups, k, seed).Folds;

        Assert.Equal(k, folds.Count);
        Assert.Equal(Set.RowsOf("Training"), folds.SelectMany(f => f.Holdout).Order());
        Assert.All(folds, f =>
        {
            Assert.Equal(Set.RowsOf("Training"), f.Training.Concat(f.Holdout).Order());
            Assert.Empty(Groups.RowsSharedWith(f.Training, f.Holdout));
            for (var label = 0; label < 7; label++) Assert.InRange(f.Holdout.Count(row => Set.Labels[row] == label), (50.0 / k) - 4, (50.0 / k) + 4);
        });
    }

    [Fact]
    public void Create_SameSeed_SameFolds()
    {
        Assert.Equal(FoldSplit.Create(Set, Groups, 5, 4).Folds[2].Holdout, FoldSplit.Create(Set, Groups, 5, 4).Folds[2].Holdout);
        Assert.NotEqual(FoldSplit.Create(Set, Groups, 5, 4).Folds[2].Holdout, FoldSplit.Create(Set, Groups, 5, 5).Folds[2].Holdout);
    }

    [Fact]
    public void Create_CopiesInTest_ReportsThem() =>
        Assert.Equal([100, 101], FoldSplit.Create(Set, Groups, 5, 1, reportCopiesOf: "PublicTest").Folds[0].AlsoInTest);

    [Theory]
    [InlineData(1)]
    [InlineData(331)]
    public void Create_ImpossibleFolds_Refuses(int k) => Assert.Throws<ArgumentOutOfRangeException>(() => FoldSplit.Create(Set, Groups, k, 1));

    [Fact]
    public void Create_RowsWithVotesOnly_KeepsWhatMostVotedForInProportion()
    {
        var set = VotedOnly();
        var groups = DuplicateGroups.Find(set);

        var folds = FoldSplit.Create(set, groups, 4, 1).Folds;
        var holdout = HoldoutSplit.Create(set, groups, new HoldoutOptions { Share = 0.25 }).Holdout;

        Assert.All(folds.Select(f => f.Holdout).Append(holdout), rows => Assert.Equal((2, 8), (rows.Count(row => row % 5 == 0), rows.Count(row => row % 5 != 0))));
    }

    // 40 pictures of which every fifth is voted contempt, the others surprise.
    private static FaceImageSet VotedOnly()
    {
        var set = FaceRows.Set(Enumerable.Range(0, 40).Select(i => (0, i, "Training")));
        var votes = new byte[40 * FerPlus.VoteColumns];
        for (var i = 0; i < 40; i++) votes[(i * FerPlus.VoteColumns) + (i % 5 == 0 ? 7 : 2)] = 10;
        return new FaceImageSet
        {
            Pixels = set.Pixels, Labels = [.. Enumerable.Repeat(FaceImageSet.NoLabel, 40)], Usages = set.Usages, UsageNames = set.UsageNames,
            SourceRows = set.SourceRows, SourceRowCount = 40, Bad = set.Bad, Votes = votes,
        };
    }
}
