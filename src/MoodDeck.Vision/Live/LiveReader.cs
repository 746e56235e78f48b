using System.Buffers;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Personal;
using MoodDeck.Vision.Reading;
using MoodDeck.Vision.Tracking;

namespace MoodDeck.Vision.Live;

/// <summary>
/// Reads one camera, or one video: finds faces, follows them, judges whether they can be read, reads them, steadies their
/// labels and fuses them into one mood over time. It has no clock of its own and keeps no picture. One for each camera; not
/// safe for concurrent use, though the models may be shared.
/// </summary>
public sealed class LiveReader
{
    private readonly VisionModels _models;
    private readonly LiveReaderOptions _options;
    private readonly FaceTracker _tracker;
    private readonly MoodFusion _fusion;
    private readonly Dictionary<int, FollowedFace> _faces = [];
    private DateTimeOffset _at;
    private bool _hasMood;
    private int? _mainId;

    /// <summary>A reader that has seen nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LiveReader(VisionModels models, LiveReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        _options = options ?? new();
        _options.Validate();
        (_models, _tracker, _fusion) = (models, new(_options.Tracker), new(_options.Mood));
    }

    /// <summary>Whose face the main one is; nobody's by default.</summary>
    public PersonalFace Personal { get; set; } = PersonalFace.None;

    /// <summary>Whether the mood is that of all faces together rather than of the main one.</summary>
    public bool ReadsRoom { get; set; }

    /// <summary>How many frames were read, and how many in vain.</summary>
    public LiveCounts Counts { get; private set; }

    /// <summary>
    /// What the last frame in which the main face could be judged says of it, with the embedding that a correction or a
    /// resting face is learned from; null when no main face was judged yet or it is gone.
    /// </summary>
    public EmotionPrediction? MainPrediction { get; private set; }

    /// <summary>Reads the next frame.</summary>
    /// <param name="frame">The picture, as displayed.</param>
    /// <param name="at">When it was taken; one from the past counts as now.</param>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    public LiveFrame Read(GreyImage frame, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _at = at = at < _at ? _at : at;
        // Both models before the first look: a missing one must not show only once somebody steps before the camera.
        var detector = _models.Faces;
        using var lease = _models.BorrowEmotions();
        var tracked = _tracker.Update(detector.Detect(frame, FaceSearch.Quick), at);
        Forget(tracked, at);
        var faces = Judge(frame, lease.Classifier, tracked, at);
        var mood = Fuse(faces, at);
        Count(faces);
        return new(at, frame.Width, frame.Height, faces, mood, Counts);
    }

    /// <summary>Counts a frame that could not be decoded or read.</summary>
    public void CountFailed() => Counts = Counts with { Frames = Counts.Frames + 1, Failed = Counts.Failed + 1 };

    /// <summary>Forgets the mood so far; faces keep their numbers and labels.</summary>
    public void ForgetMood()
    {
        _fusion.Reset();
        _hasMood = false;
    }

    // A face that the tracker may still find again keeps its label.
    private void Forget(IReadOnlyList<TrackedFace> tracked, DateTimeOffset at)
    {
        foreach (var face in tracked)
        {
            _faces.TryAdd(face.Id, new(_options));
            _faces[face.Id].At = at;
        }

        foreach (var id in _faces.Where(f => (at - f.Value.At).TotalSeconds > _options.Tracker.RememberSeconds).Select(f => f.Key).ToList()) _faces.Remove(id);
    }

    private List<LiveFace> Judge(GreyImage frame, IEmotionClassifier classifier, IReadOnlyList<TrackedFace> tracked, DateTimeOffset at)
    {
        int width = classifier.CropWidth, height = classifier.CropHeight, size = width * height;
        var rented = ArrayPool<float>.Shared.Rent(Math.Max(1, tracked.Count * size));
        try
        {
            List<(TrackedFace Face, FaceQuality Quality, GateVerdict Verdict)> looks = [];
            var judged = 0;
            foreach (var face in tracked)
            {
                if (!face.IsSeen)
                {
                    looks.Add((face, default, default));
                    continue;
                }

                var crop = rented.AsSpan(judged * size, size);
                Resampler.Sample(frame, classifier.WindowOf(face.Box), width, height, crop);
                var quality = FaceQuality.Of(face.Box, crop, width);
                var verdict = FaceGate.Judge(face.Box, quality, face.Speed);
                looks.Add((face, quality, verdict));
                if (!verdict.Forbids) judged++;
            }

            var predictions = classifier.Classify(rented.AsSpan(0, judged * size));
            var next = 0;
            return looks.ConvertAll(l => l.Face.IsSeen
                ? Seen(l.Face, l.Quality, l.Verdict, l.Verdict.Forbids ? null : predictions[next++], classifier.Unsure, at)
                : Bridged(l.Face, at));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private LiveFace Seen(TrackedFace face, FaceQuality quality, GateVerdict verdict, EmotionPrediction? prediction, UnsureRule rule, DateTimeOffset at)
    {
        var followed = _faces[face.Id];
        followed.Advice.Add(verdict.Advice, at);
        if (prediction is null)
        {
            followed.Label.Wait(at);
        }
        else
        {
            if (face.IsMain) MainPrediction = prediction = Personal.Adjust(prediction, rule);
            followed.Label.Add(prediction, rule, at);
        }

        followed.Last = new(face.Box, face.Score, quality, prediction ?? LiveFace.NothingSaid);
        return new(face.Id, face.IsMain, true, prediction is not null, followed.Last, followed.Label.Label, followed.Advice.Advice);
    }

    private LiveFace Bridged(TrackedFace face, DateTimeOffset at)
    {
        var followed = _faces[face.Id];
        followed.Label.Wait(at);
        var last = followed.Last ?? new(face.Box, face.Score, default, LiveFace.NothingSaid);
        return new(face.Id, face.IsMain, false, false, last with { Box = face.Box }, followed.Label.Label, followed.Advice.Advice);
    }

    private MoodEstimate? Fuse(List<LiveFace> faces, DateTimeOffset at)
    {
        // Another face, or none: what was said of the one before is not its own.
        var main = faces.Find(f => f.IsMain)?.Id;
        if (main != _mainId && !faces.Exists(f => f.IsMain && f.IsJudged)) MainPrediction = null;
        _mainId = main;
        var said = faces.FindAll(f => f.IsJudged && (ReadsRoom || f.IsMain)).ConvertAll(f => f.Reading);
        if (FaceCrowd.MoodOf(said) is not { } mood) return _hasMood ? _fusion.At(at) : null;
        _hasMood = true;
        // Read back within its range, as a photo's mood is.
        return _fusion.Add(new(MoodSense.Face, at, MoodEstimate.Of(mood, at).Vad));
    }

    private void Count(List<LiveFace> faces) => Counts = Counts with
    {
        Frames = Counts.Frames + 1,
        WithoutFace = Counts.WithoutFace + (faces.Count == 0 ? 1 : 0),
        Unjudged = Counts.Unjudged + (faces.Exists(f => f.IsMain && !f.IsJudged) ? 1 : 0),
    };
}
