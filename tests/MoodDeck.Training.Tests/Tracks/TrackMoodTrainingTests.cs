using MoodDeck.Audio.Listening;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Training.Tests.Tracks;

public sealed class TrackMoodTrainingTests : IDisposable
{
    private static readonly TrackMoodOptions s_options = new() { Trees = new() { Trees = 20 } };
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Run_PiecesWhoseMoodIsHeard_LearnsItAndTheFileAnswersAlike()
    {
        var tracks = Pieces(120, heard: true);
        var trained = TrackMoodTraining.Run(tracks, s_options, _ => { }, TestContext.Current.CancellationToken);
        var figures = trained.Sets["S"];
        Assert.True(figures.Valence.Pearson > 0.7 && figures.Arousal.Pearson > 0.7, $"{figures.Valence.Pearson} {figures.Arousal.Pearson}");
        Assert.True(figures.Quadrants!.Accuracy > 0.6);

        File.WriteAllBytes(_path, trained.Onnx);
        using var model = LearnedTrackMoodModel.Open(_path);
        var learner = TrackMoodLearner.Learn(tracks, s_options, TestContext.Current.CancellationToken);
        foreach (var row in tracks.Take(9).Select(t => t.Descriptors[0]))
        {
            var (valence, arousal) = learner.Answer(row);
            var mood = model.MoodOf(row);
            Assert.Equal(valence, mood.Mean.Valence, 1e-4);
            Assert.Equal(arousal, mood.Mean.Arousal, 1e-4);
        }
    }

    [Fact]
    public void Run_LabelsOfGroupsAlone_AreNotLearned()
    {
        // All pieces of a song sound and are labelled alike: who saw one of them would know the others.
        var figures = TrackMoodTraining.Run(Pieces(150, heard: false), s_options, _ => { }, TestContext.Current.CancellationToken).Sets["S"];
        Assert.True(Math.Abs(figures.Valence.Pearson!.Value) < 0.5, $"{figures.Valence.Pearson}");
    }

    [Fact]
    public void Open_UnlikeAnythingHeard_IsWiderThanAlike()
    {
        var tracks = Pieces(120, heard: true);
        File.WriteAllBytes(_path, TrackMoodTraining.Run(tracks, s_options, _ => { }, TestContext.Current.CancellationToken).Onnx);
        using var model = LearnedTrackMoodModel.Open(_path);
        var strange = Enumerable.Range(0, TrackDescriptors.Names.Count).Select(i => i % 2 == 0 ? 900f : -900f).ToArray();
        Assert.True(model.MoodOf(strange).Sigma.Valence > model.MoodOf(tracks[0].Descriptors[0]).Sigma.Valence);
        Assert.Throws<ArgumentException>(() => model.MoodOf([1, 2, 3]));
    }

    [Fact]
    public void Run_TooFewSongs_SaysHowMany() =>
        Assert.Contains("10 at least are needed", Assert.Throws<TrackDataException>(() => TrackMoodTraining.Run(Pieces(9, heard: true), s_options, _ => { }, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    // Three pieces a song. Either two of the numbers say the mood, or the song alone does.
    private static HeardTrack[] Pieces(int count, bool heard)
    {
        var random = new Random(11);
        double Any() => (2 * random.NextDouble()) - 1;
        var songs = Enumerable.Range(0, (count / 3) + 1).Select(_ => (Valence: Any(), Arousal: Any(), Sound: Enumerable.Range(0, TrackDescriptors.Names.Count).Select(_ => Any()).ToArray())).ToArray();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var song = songs[i / 3];
            var (valence, arousal) = heard ? (Any(), Any()) : (song.Valence, song.Arousal);
            var row = song.Sound.Select(s => (float)(heard ? 0.1 * Any() : s + (0.01 * Any()))).ToArray();
            if (heard) for (var k = 0; k < 40; k++) row[k] = (float)((k % 2 == 0 ? valence : arousal) + (0.2 * Any()));
            return new HeardTrack(new TrackLabel($"{i}.mid", "S", $"S/{i / 3}") { Valence = valence, Arousal = arousal, Quadrant = TrackLabel.QuadrantOf(valence, arousal) }, [row]);
        })];
    }
}
