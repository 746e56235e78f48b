using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Personal;

public sealed class PersonalFaceOptionsTests
{
    [Fact]
    public void Validate_OutOfRange_NamesTheMember()
    {
        foreach (var (options, name) in new (PersonalFaceOptions, string)[]
        {
            (new() { NeutralMargin = -1 }, "NeutralMargin"), (new() { LargestShift = -1 }, "LargestShift"), (new() { RestReach = 0 }, "RestReach"),
            (new() { ShareWithoutEmbedding = 1.1 }, "ShareWithoutEmbedding"), (new() { CorrectionReach = 0 }, "CorrectionReach"),
            (new() { Shrinkage = 0 }, "Shrinkage"), (new() { LargestCount = 0 }, "LargestCount"),
        })
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new PersonalFace([], [], options));
            Assert.Contains(name, refused.ParamName, StringComparison.Ordinal);
        }
    }
}
