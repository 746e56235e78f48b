using MoodDeck.Audio.Midi;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Training.Tests.Tracks;

public sealed class TrackKeyFiguresTests
{
    [Fact]
    public void Of_FilesWithAndWithoutKeys_CountsWhatIsStated()
    {
        HeardTrack[] tracks = [Heard(null), Heard((new(0, true), new(0, true))), Heard((new(0, true), new(9, false))), Heard((new(0, true), new(7, true)))];
        Assert.Equal(new TrackKeyFigures(3, 1, 2), TrackKeyFigures.Of(tracks));
        Assert.Null(TrackKeyFigures.Of([Heard(null)]));
    }

    private static HeardTrack Heard((MusicalKey, MusicalKey)? key) => new(new TrackLabel("a.mid", "", "a"), [[0f]]) { Key = key };
}
