using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class TrackDescriptorsTests
{
    private const int Rate = AudioDecoder.SampleRateHertz;
    private static readonly double[] s_cMajor = [261.63, 329.63, 392.00], s_cMinor = [261.63, 311.13, 392.00];

    [Fact]
    public void Names_AreAllDifferent_AndOneForEachValue()
    {
        Assert.Equal(TrackDescriptors.Names.Count, TrackDescriptors.Names.Distinct().Count());
        Assert.Equal(TrackDescriptors.Names.Count, TrackDescriptors.Of(Chord(s_cMajor, 12)).Values.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    [InlineData(3 * Rate)]
    public void Of_SilenceOfAnyLength_IsFinite(int samples)
    {
        var values = TrackDescriptors.Of(new AudioClip(new float[samples], Rate)).Values;
        Assert.Equal(TrackDescriptors.Names.Count, values.Count);
        Assert.All(values, v => Assert.True(float.IsFinite(v)));
    }

    [Fact]
    public void Of_MajorAndMinorChord_TellsThirdAndModeApart()
    {
        var (major, minor) = (TrackDescriptors.Of(Chord(s_cMajor, 20)), TrackDescriptors.Of(Chord(s_cMinor, 20)));
        Assert.True(Value(major, "key.major") > 0.05 && Value(minor, "key.major") < -0.05);
        Assert.True(Value(major, "chord.major") > 0.9 && Value(minor, "chord.minor") > 0.9);
        Assert.True(Value(major, "degree.thirds") > 0 && Value(minor, "degree.thirds") < 0);
    }

    [Fact]
    public void Of_AnOctaveHigher_LiesTwelveKeysHigher()
    {
        var (low, high) = (TrackDescriptors.Of(Chord([220], 10)), TrackDescriptors.Of(Chord([440], 10)));
        Assert.Equal(12, Value(high, "register.mean") - Value(low, "register.mean"), 0.5);
        Assert.Equal(1, Value(high, "centroid.mean") - Value(low, "centroid.mean"), 0.3);
    }

    [Fact]
    public void Of_MajorAndMinorChord_LieDifferentlyAboveTheBass()
    {
        var (major, minor) = (TrackDescriptors.Of(Chord(s_cMajor, 12)), TrackDescriptors.Of(Chord(s_cMinor, 12)));
        Assert.True(Value(major, "bass.third.mean") > 0.1 && Value(minor, "bass.third.mean") < -0.1);
        Assert.True(Value(major, "bass.above.4") > 5 * Value(major, "bass.above.3"));
        Assert.Equal(1, Value(major, "bass.rests"), 0.01);
    }

    [Fact]
    public void Of_AnotherKey_HasTheSameIntervals()
    {
        const double Tritone = 1.41421356;
        var (low, high) = (TrackDescriptors.Of(Chord(s_cMinor, 12)), TrackDescriptors.Of(Chord([.. s_cMinor.Select(h => h * Tritone)], 12)));
        foreach (var name in TrackDescriptors.Names.Where(n => n.StartsWith("interval.", StringComparison.Ordinal)))
            Assert.Equal(Value(low, name), Value(high, name), 0.05);
        // Of three tones a fifth, a minor and a major third apart, each pair is one of them.
        Assert.All(["interval.0.3", "interval.0.4", "interval.0.5"], name => Assert.True(Value(low, name) > 0.2, $"{name} {Value(low, name)}"));
        Assert.Equal(0, Value(low, "interval.0.6"), 0.05);
    }

    [Fact]
    public void Of_AMelodyThatLeapsByOctaves_HasLeapsAndNoSteps()
    {
        // A second each: A3, A5, A3, A5, ...
        var notes = Enumerable.Range(0, 12).SelectMany(i => Chord([i % 2 == 0 ? 220 : 880], 1).Samples).ToArray();
        var leaping = TrackDescriptors.Of(new AudioClip(notes, Rate));
        Assert.Equal(11 / 62.0, Value(leaping, "melody.leaps"), 0.05);
        Assert.Equal(24, Value(leaping, "melody.up"), 1);
        Assert.Equal(-24, Value(leaping, "melody.down"), 1);
        Assert.Equal(0, Value(TrackDescriptors.Of(Chord(s_cMajor, 12)), "melody.leaps"));
    }

    [Fact]
    public void Of_ANoteEverySecond_ReturnsAfterASecond()
    {
        // Struck and cut off: half a second of sound, half a second of rest. A second is 10.8 long frames.
        var notes = Enumerable.Range(0, 20).SelectMany(_ => Chord([440], 1).Samples.Select((s, i) => i < Rate / 2 ? s : 0)).ToArray();
        var pulse = TrackDescriptors.Of(new AudioClip(notes, Rate));
        Assert.True(Value(pulse, "pulse.8") > 0.6, $"{Value(pulse, "pulse.8")}");
        Assert.True(Value(pulse, "pulse.8") > Value(pulse, "pulse.4") + 0.3);
        Assert.True(Value(pulse, "struck.mean") > 3 * Value(TrackDescriptors.Of(Chord([440], 20)), "struck.mean"));
    }

    [Fact]
    public void Of_ASecond_IsRougherThanAFifth() =>
        Assert.True(Value(TrackDescriptors.Of(Chord([440, 466.16], 5)), "roughness.mean") > 3 * Value(TrackDescriptors.Of(Chord([440, 659.25], 5)), "roughness.mean"));

    [Fact]
    public void Of_ATenthOfTheLevel_IsTwentyDecibelsLower()
    {
        var (loud, soft) = (TrackDescriptors.Of(Chord(s_cMajor, 10)), TrackDescriptors.Of(Chord(s_cMajor, 10, 0.02)));
        Assert.Equal(20, Value(loud, "level.mean") - Value(soft, "level.mean"), 0.1);
        Assert.Equal(Value(loud, "register.mean"), Value(soft, "register.mean"), 0.5);
    }

    [Fact]
    public void Of_NoiseAgainstATone_IsFlatter()
    {
        var random = new Random(3);
        AudioClip noise = new([.. Enumerable.Range(0, 5 * Rate).Select(_ => (float)((random.NextDouble() - 0.5) * 0.4))], Rate);
        var tone = TrackDescriptors.Of(Chord([440], 5));
        Assert.True(Value(TrackDescriptors.Of(noise), "flatness.mean") > Value(tone, "flatness.mean") + 2);
        Assert.True(Value(tone, "tones.share") > 0.9);
    }

    private static double Value(TrackDescriptors descriptors, string name) =>
        descriptors.Values[TrackDescriptors.Names.ToList().IndexOf(name)];

    // Tones with three partials, so that they have a colour.
    private static AudioClip Chord(double[] hertz, int seconds, double level = 0.2) => new(
        [.. Enumerable.Range(0, seconds * Rate).Select(i => (float)(level * hertz.Sum(h =>
            Math.Sin(2 * Math.PI * h * i / Rate) + (0.4 * Math.Sin(4 * Math.PI * h * i / Rate)) + (0.2 * Math.Sin(6 * Math.PI * h * i / Rate))) / hertz.Length))], Rate);
}
