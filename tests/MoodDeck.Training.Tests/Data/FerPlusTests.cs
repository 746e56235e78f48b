using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FerPlusTests
{
    [Theory]
    // neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, not a face
    [InlineData(new byte[] { 6, 4, 0, 0, 0, 0, 0, 0, 0, 0 }, 0, 0)]
    [InlineData(new byte[] { 5, 5, 0, 0, 0, 0, 0, 0, 0, 0 }, -1, 0)] // half is not more than half
    [InlineData(new byte[] { 4, 0, 0, 1, 3, 2, 0, 0, 0, 0 }, -1, 0)] // 4 of 9
    [InlineData(new byte[] { 1, 1, 1, 1, 1, 4, 1, 0, 0, 0 }, 5, 5)] // the single votes do not count
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 3, 7, 0 }, -1, -1)] // mostly unknown
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 10 }, -1, -1)] // no face
    [InlineData(new byte[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, -1, 0)] // nothing left
    [InlineData(new byte[] { 0, 0, 0, 0, 4, 0, 0, 0, 4, 2 }, -1, 4)] // the first column wins a tie
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, -1, -1)]
    public void LabelOf_Votes_FollowsTheProtocol(byte[] votes, int strict, int plurality)
    {
        Assert.Equal(strict, FerPlus.LabelOf(votes, FerPlusProtocol.Strict));
        Assert.Equal(plurality, FerPlus.LabelOf(votes, FerPlusProtocol.Plurality));
    }

    [Fact]
    public void SoftTarget_MixedVotes_SharesAmongEmotionsWithoutSingleVotes()
    {
        var target = new float[8];

        Assert.Equal(1, FerPlus.SoftTarget([4, 0, 0, 1, 2, 0, 0, 0, 3, 0], target));

        Assert.Equal([4 / 6f, 0, 0, 0, 2 / 6f, 0, 0, 0], target);
    }

    [Theory]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0, 8, 0 })]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 0, 7 })]
    [InlineData(new byte[] { 1, 1, 1, 1, 0, 0, 0, 0, 0, 0 })]
    public void SoftTarget_NothingToLearn_WeighsNothing(byte[] votes)
    {
        var target = new float[8];

        Assert.Equal(0, FerPlus.SoftTarget(votes, target));

        Assert.Equal(1, target.Sum(), 1e-6);
    }
}
