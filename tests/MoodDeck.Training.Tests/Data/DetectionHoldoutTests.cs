using MoodDeck.Training.Data;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Data;

public sealed class DetectionHoldoutTests
{
    [Fact]
    public void Split_FilmsAndStills_KeepsRunsOfNeighboursOfEverySource()
    {
        FaceDetectionSet set = new([.. Pictures("film", 480), .. Pictures("stills", 24)], []);

        var (learn, aside) = DetectionHoldout.Split(set, 12);

        Assert.NotNull(aside);
        Assert.Equal(504, learn.Images.Count + aside.Images.Count);
        Assert.Empty(learn.Images.Select(i => i.Name).Intersect(aside.Images.Select(i => i.Name)));
        var film = Numbers(aside, "film");
        Assert.Equal(40, film.Count);
        Assert.InRange(film.Zip(film.Skip(1)).Count(p => p.Second != p.First + 1), 0, 1);
        Assert.Equal([11, 23], Numbers(aside, "stills"));
    }

    [Fact]
    public void Split_Squares_KeepsEveryTwelfthAside()
    {
        FaceDetectionSet set = new([.. Pictures("film", 48)], []) { Squares = [.. Pictures("squares", 120)] };

        var (learn, aside) = DetectionHoldout.Split(set, 12);

        Assert.Equal(110, learn.Squares.Count);
        Assert.Equal(["squares/11", "squares/23"], aside!.Squares.Select(s => s.Name).Take(2));
    }

    [Fact]
    public void Split_SinglePictures_TakesEveryTwelfthWhateverItsSource()
    {
        FaceDetectionSet set = new([.. Pictures("film", 20), .. Pictures("stills", 20)], []);

        var (_, aside) = DetectionHoldout.Split(set, 12, byRuns: false);

        Assert.Equal(["film/11", "stills/3", "stills/15"], aside!.Images.Select(i => i.Name));
    }

    [Fact]
    public void Split_None_KeepsNothingAside()
    {
        FaceDetectionSet set = new([.. Pictures("film", 48)], []);

        var (learn, aside) = DetectionHoldout.Split(set, 0);

        Assert.Null(aside);
        Assert.Same(set, learn);
    }

    private static List<int> Numbers(FaceDetectionSet set, string source) => [.. set.Images.Where(i => i.Source == source).Select(i => int.Parse(i.Name.Split('/')[1], null))];

    private static IEnumerable<DetectionImage> Pictures(string source, int count) =>
        Enumerable.Range(0, count).Select(i => new DetectionImage($"{source}/{i}", source, new GreyImage(2, 2), []));
}
