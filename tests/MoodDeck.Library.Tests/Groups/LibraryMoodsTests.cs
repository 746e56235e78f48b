using MoodDeck.Library.Groups;

namespace MoodDeck.Library.Tests.Groups;

public sealed class LibraryMoodsTests
{
    [Fact]
    public async Task FindAsync_StarterCatalogue_IsKeptUntilATrackChanges()
    {
        using var library = new TestLibrary();
        var moods = library.Get<ILibraryMoods>();
        var all = await Task.WhenAll(moods.FindAsync(), moods.FindAsync(), moods.FindAsync());
        Assert.Same(all[0], all[1]);
        Assert.Same(all[0], all[2]);
        Assert.Equal(1545, all[0].Moods.Groups.Sum(g => g.Size));
        Assert.NotSame(all[0], await moods.FindAsync(3));
        Assert.Same(all[0], await moods.FindAsync());

        await library.ImportAsync("t.csv", "title,artist,valence,arousal\nOne,A,0.5,0.5\n");
        Assert.Equal(1546, (await moods.FindAsync()).Moods.Known);
    }

    [Fact]
    public async Task FindAsync_SomethingHeard_CountsAmongTheTones()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", "title,artist,valence,arousal\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"Song {i},Artist {i},0.9,0.{i % 9}\n")));
        var ids = (await library.TracksAsync(Core.Music.TrackSource.Import)).Select(t => t.Id).ToList();
        await library.HearAsync(ids, tempo: 90);
        var bright = (await library.Get<ILibraryMoods>().FindAsync(3)).Moods.Groups.MaxBy(g => g.Centre.Valence)!;
        Assert.Equal(90, bright.Tone!.Value.TempoBpm, 3);
        Assert.InRange(bright.Size, 600, 1200);
    }
}
