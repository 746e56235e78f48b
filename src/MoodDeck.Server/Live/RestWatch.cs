using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Live;

/// <summary>Ten seconds of "just look at the screen": collects what is said of one face, as numbers.</summary>
internal sealed class RestWatch(DateTimeOffset start, TimeSpan length)
{
    // A camera that gives more frames than this in the time tells nothing more.
    private const int MostReadings = 600;
    private const int LeastReadings = 10;

    // Whose face it is may change while it lasts; then it begins anew, but not for ever.
    private const int MostLengths = 3;

    private readonly List<EmotionPrediction> _readings = [];
    private readonly DateTimeOffset _first = start;
    private DateTimeOffset _start = start;
    private DateTimeOffset _firstRead;
    private DateTimeOffset _lastRead;
    private int? _face;

    /// <summary>How long it lasts, in seconds.</summary>
    public double Seconds => length.TotalSeconds;

    /// <summary>How much of it is over, in seconds.</summary>
    public double SecondsAt(DateTimeOffset at) => Math.Clamp((at - _start).TotalSeconds, 0, Seconds);

    /// <summary>How many readings it rests on so far.</summary>
    public int Readings => _readings.Count;

    /// <summary>Takes a frame in.</summary>
    public void Add(LiveFrame frame)
    {
        if (frame.Main is not { IsJudged: true } main) return;
        // Somebody else is before the camera: what was collected is not this face.
        if (main.Id != _face && _face is not null)
        {
            _readings.Clear();
            _start = frame.At;
        }

        _face = main.Id;
        if (_readings.Count == 0) _firstRead = frame.At;
        _lastRead = frame.At;
        if (_readings.Count < MostReadings) _readings.Add(main.Reading.Prediction);
    }

    /// <summary>Whether the time is over.</summary>
    public bool IsOverAt(DateTimeOffset at) => at - _start >= length || at - _first >= MostLengths * length;

    /// <summary>The face at rest; null when too little of it was seen, or for less than half of the time.</summary>
    public RestingFace? Result() => _readings.Count < LeastReadings || _lastRead - _firstRead < length / 2 ? null : RestingFace.Of(_readings);
}
