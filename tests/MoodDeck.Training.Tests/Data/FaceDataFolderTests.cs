using MoodDeck.Core.Mood;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceDataFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SplitAndLabelFolders_GivesLabelsVotesUsagesAndNamesInOrder()
    {
        Put("validation/Sad/3.png", "train/happy/2.PNG", "train/contempt/1.png", "PublicTest/6/9.png", "test/1_angry/x.png");

        var set = Read();

        Assert.Equal(["PublicTest/6/9.png", "test/1_angry/x.png", "train/contempt/1.png", "train/happy/2.PNG", "validation/Sad/3.png"], Names(set));
        Assert.Equal([6, 0, FaceImageSet.NoLabel, 3, 4], set.Labels);
        Assert.Equal(["PublicTest", "Test", "Training", "Training", "Validation"], Usages(set));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 10, 0, 0], set.VotesOf(2).ToArray());
        Assert.Equal(Emotion.Contempt, set.ExpressionOf(2));
        Assert.Equal(10, set.VotesOf(3)[(int)Emotion.Happiness]);
        Assert.Equal(_folder.Root, set.SourceOf(4));
        Assert.Empty(set.Bad.Rows);
        Assert.Null(set.Vad);
    }

    [Fact]
    public void Read_NoSplitLevel_IsAllTraining()
    {
        Put("happy/1.png", "sad/2.png");

        var set = Read();

        Assert.Equal([3, 4], set.Labels);
        Assert.Equal(["Training"], set.UsageNames);
    }

    [Fact]
    public void Read_FoldersAroundAndBetween_FindsTheLabel()
    {
        Put("archive/images/train/happy/person 7/1.png", "archive/images/train/4/1/2.png", "archive/1/fear/3.png", "archive/surprise/val/4.png");

        var set = Read();

        Assert.Equal([2, 3, 4, 5], set.Labels.Select(label => (int)label).Order());
        Assert.Equal("Validation", set.UsageOf(Array.IndexOf(set.Labels, (byte)5)));
    }

    [Fact]
    public void Read_OtherFiles_AreIgnored()
    {
        Put("happy/1.png");
        foreach (var junk in new[] { "__MACOSX/happy/._1.png", "happy/._1.png", "happy/.DS_Store", "happy/Thumbs.db", "readme.txt", ".git/happy/2.png" }) _folder.Put(junk, [1, 2, 3]);

        var set = Read();

        Assert.Equal(["happy/1.png"], Names(set));
        Assert.Empty(set.Bad.Rows);
    }

    [Fact]
    public void Read_UnknownAndLeftOutLabels_NamesTheUnknownOncePerFolder()
    {
        Put("train/happy/1.png", "train/happy/2.png", "train/sad/3.png", "train/bored/4.png", "train/bored/5.png", "train/confused/6.png");

        var set = Read(new() { Path = _folder.Root, Labels = LabelMap.Parse(["confused="]) });

        var bad = Assert.Single(set.Bad.Rows);
        Assert.Equal(("train/bored", 2), (bad.Where, bad.Count));
        Assert.Contains("the label \"bored\" of 2 pictures is no expression known here; map it with --label \"bored=EXPRESSION\"", bad.Reason, StringComparison.Ordinal);
        Assert.Equal([3, 3, 4], set.Labels);
    }

    [Fact]
    public void Read_OwnLabels_MapsThem()
    {
        Put("train/bored/1.png", "train/happy/2.png");

        Assert.Equal([6, 3], Read(new() { Path = _folder.Root, Labels = LabelMap.Parse(["Bored=neutral"]) }).Labels);
    }

    [Fact]
    public void Read_MostLabelsUnknown_Refuses()
    {
        Put("happy/1.png", "a/2.png", "b/3.png");

        Assert.Contains("2 of 3 pictures cannot be used; the first is a:", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumbersBeyondFer2013_AsksWhatTheyMean()
    {
        Put("0/1.png", "3/2.png", "7/3.png");

        Assert.Contains("has a folder \"7\", so its numbers are not FER2013's 0 to 6", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CorruptPictures_NamesAndSkipsThem()
    {
        Put("happy/1.png", "happy/2.png", "sad/3.png", "sad/4.png");
        _folder.Put("happy/bad.jpg", DrawnPictures.Text("no picture"));
        _folder.Put("happy/cut.png", DrawnPictures.Png(1)[..200]);
        _folder.Put("happy/none.png", []);

        var set = Read();

        Assert.Equal(["happy/bad.jpg", "happy/cut.png", "happy/none.png"], set.Bad.Rows.Select(r => r.Where));
        Assert.All(set.Bad.Rows, r => Assert.NotEmpty(r.Reason));
        Assert.Equal(3, set.Bad.DamagedCount);
        Assert.Equal(4, set.Count);
        Assert.Equal(["happy/1.png", "happy/2.png", "sad/3.png", "sad/4.png"], Names(set));
    }

    [Fact]
    public void Read_ElevenCorruptPicturesOfFifty_Refuses()
    {
        Put([.. Enumerable.Range(0, 39).Select(i => $"happy/{i}.png")]);
        for (var i = 0; i < 11; i++) _folder.Put($"sad/{i}.jpg", [1, 2, 3]);

        Assert.Contains("11 of 50 pictures cannot be used", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "holds no pictures")]
    [InlineData("1.png", "but in no folders")]
    [InlineData("bored/1.png", "its folders are bored. Say what they mean, as in --label \"bored=happiness\"")]
    public void Read_NothingToLearnFrom_SaysWhatToDo(string? picture, string expected)
    {
        if (picture is not null) Put(picture);

        Assert.Contains(expected, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Links_FollowsThemInsideOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var outside = new TempFolder();
        outside.Put("happy/secret.png", DrawnPictures.Png(1));
        Put("happy/1.png");
        Directory.CreateDirectory(_folder.File("sad"));
        File.CreateSymbolicLink(_folder.File("sad/in.png"), "../happy/1.png");
        File.CreateSymbolicLink(_folder.File("sad/out.png"), outside.File("happy/secret.png"));
        File.CreateSymbolicLink(_folder.File("sad/nowhere.png"), "missing.png");
        Directory.CreateSymbolicLink(_folder.File("fear"), outside.File("happy"));
        Directory.CreateSymbolicLink(_folder.File("happy/loop"), _folder.Root);
        File.CreateSymbolicLink(_folder.File("sad/through.png"), "../fear/secret.png");

        var refused = new List<string>();
        using (var store = FolderPictures.Open(_folder.Root))
        {
            Assert.Equal(["happy/1.png", "sad/in.png"], store.Files.Select(f => f.Name));
            refused.AddRange(store.Refused.Select(r => r.Where));
        }

        Assert.Equal(["fear", "happy/loop", "sad/nowhere.png", "sad/out.png", "sad/through.png"], refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_TooManyFiles_Stops()
    {
        Put("happy/1.png", "happy/2.png", "happy/3.png");

        var e = Assert.Throws<PictureLimitException>(() => FolderPictures.Open(_folder.Root, new PictureLimits { MaxFiles = 2 }));

        Assert.Contains("holds more than 2 pictures", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyNumberOfThreads_GivesTheSame()
    {
        Put([.. Enumerable.Range(0, 60).Select(i => $"train/{(i % 2 == 0 ? "happy" : "sad")}/{i}.png")]);

        var one = Read(new() { Path = _folder.Root, Threads = 1 });
        var many = Read(new() { Path = _folder.Root, Threads = 4 });

        Assert.Equal(one.Pixels, many.Pixels);
        Assert.Equal(Names(one), Names(many));
    }

    [Fact]
    public void Read_SecondTime_ComesFromTheCacheUntilSomethingChanges()
    {
        Put("train/happy/1.png", "val/contempt/2.png");
        _folder.Put("val/sad/bad.png", [1]);
        using var cache = new TempFolder();

        var first = FaceData.Read(new() { Path = _folder.Root }, cache.Root);
        var second = FaceData.Read(new() { Path = _folder.Root }, cache.Root);

        Assert.Single(Directory.GetFiles(cache.Root));
        Assert.Equal(first.Pixels, second.Pixels);
        Assert.Equal(first.Votes, second.Votes);
        Assert.Equal(Names(first), Names(second));
        Assert.Equal(Usages(first), Usages(second));
        Assert.Equal(first.Bad.Rows, second.Bad.Rows);
        Assert.Equal(1, second.Bad.DamagedCount);
        Assert.Equal(_folder.Root, second.SourceOf(0));

        Put("train/sad/3.png");
        Assert.Equal(3, FaceData.Read(new() { Path = _folder.Root }, cache.Root).Count);
        Assert.Equal(2, FaceData.Read(new() { Path = _folder.Root, Labels = LabelMap.Parse(["contempt="]) }, cache.Root).Count);
    }

    private void Put(params string[] names)
    {
        foreach (var name in names) _folder.Put(name, DrawnPictures.Png(name.Length + name[^5]));
    }

    private FaceImageSet Read(FaceDataSource? source = null) => FaceData.Read(source ?? new() { Path = _folder.Root });

    private string Refused() => Assert.Throws<InvalidDataException>(() => Read()).Message;

    private static IEnumerable<string> Names(FaceImageSet set) => Enumerable.Range(0, set.Count).Select(set.NameOf);

    private static IEnumerable<string> Usages(FaceImageSet set) => Enumerable.Range(0, set.Count).Select(set.UsageOf);
}
