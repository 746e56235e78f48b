using System.Diagnostics;
using MoodDeck.Core.Mood;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Live;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>How one face was read.</summary>
/// <param name="Found">The share of frames in which a face was followed, while it was held still.</param>
/// <param name="OtherFound">The same of the frames that show the other face, read alone.</param>
/// <param name="Changes">How often its label changed while it was held still, after settling; a face lost for a moment is no change of label.</param>
/// <param name="Before">The label when the other face came; null for "unsure".</param>
/// <param name="Alone">What the reader says of the other face when it is shown alone for long; null for "unsure".</param>
/// <param name="DelaySeconds">After how long the label was that; null when it never was.</param>
/// <param name="FramesRead">Frames decoded and read.</param>
/// <param name="ReadSeconds">What that took.</param>
internal readonly record struct LiveTrialResult(
    double Found, double OtherFound, int Changes, Emotion? Before, Emotion? Alone, double? DelaySeconds, int FramesRead, double ReadSeconds);

/// <summary>Holds a face still before the reader, then shows another in its place.</summary>
internal sealed class LiveTrial(VisionModels models, LiveTrialTimes times, LiveTrace? trace)
{
    private const int JpegQuality = 70; // as the page sends its frames
    private static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;

    private readonly ImageDecoder _decoder = new();
    private long _readTicks;
    private int _framesRead;

    /// <summary>Runs it.</summary>
    /// <param name="number">Chooses the scene.</param>
    /// <param name="held">The face held still, [48, 48].</param>
    /// <param name="other">The face shown after it.</param>
    public LiveTrialResult Run(int number, ReadOnlySpan<byte> held, ReadOnlySpan<byte> other)
    {
        (_readTicks, _framesRead) = (0, 0);
        SwayingScene scene = new(number);
        LiveReader reader = new(models), alone = new(models);
        using GreyImage frame = new(SwayingScene.Width, SwayingScene.Height);
        using Image colour = new(SwayingScene.Width, SwayingScene.Height);
        int still = times.StillFrames, all = still + times.SwitchedFrames, found = 0, otherFound = 0, changes = 0;
        Emotion? label = null, target = null;
        List<(bool IsThere, Emotion? Label)> after = [];
        for (var i = 0; i < all; i++)
        {
            var seconds = i / times.FramesPerSecond;
            scene.Draw(i < still ? held : other, i, seconds, frame);
            var jpeg = Encode(frame, colour);
            var main = Read(reader, jpeg, seconds).Main;
            trace?.Write(number, i < still, seconds, main);
            if (i >= still)
            {
                after.Add((main is not null, main?.Label));
                if (Read(alone, jpeg, seconds).Main is not { } seen) continue;
                otherFound++;
                target = seen.Label;
                continue;
            }

            if (main is null) continue;
            found++;
            if (i >= times.SettlingFrames && main.Label != label) changes++;
            label = main.Label;
        }

        var followed = after.IndexOf((true, target));
        return new(
            (double)found / still, (double)otherFound / times.SwitchedFrames, changes, label, target, followed < 0 ? null : followed / times.FramesPerSecond, _framesRead,
            _readTicks / (double)Stopwatch.Frequency);
    }

    private LiveFrame Read(LiveReader reader, byte[] jpeg, double seconds)
    {
        var started = Stopwatch.GetTimestamp();
        using var picture = _decoder.DecodeGrey(jpeg).Value!;
        var read = reader.Read(picture, s_start.AddSeconds(seconds));
        _readTicks += Stopwatch.GetTimestamp() - started;
        _framesRead++;
        return read;
    }

    private static byte[] Encode(GreyImage frame, Image colour)
    {
        var grey = frame.Pixels;
        var rgb = colour.Pixels;
        for (int i = 0, j = 0; i < grey.Length; i++, j += Image.Channels) rgb.Slice(j, Image.Channels).Fill(grey[i]);
        return JpegEncoder.Encode(colour, JpegQuality);
    }
}
