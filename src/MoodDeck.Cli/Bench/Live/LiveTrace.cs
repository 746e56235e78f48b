using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Live;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>Writes what every frame said as CSV, to see why a label changed.</summary>
internal sealed class LiveTrace : IDisposable
{
    private readonly StreamWriter _file;

    /// <summary>A new file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public LiveTrace(string path)
    {
        _file = new(path);
        _file.WriteLine($"face,phase,seconds,id,label,advice,{string.Join(',', Emotions.Names)},x,y,width,height");
    }

    /// <summary>Writes one frame.</summary>
    public void Write(int face, bool still, double seconds, LiveFace? main)
    {
        _file.Write(string.Create(CultureInfo.InvariantCulture, $"{face},{(still ? "still" : "switched")},{seconds:0.####},"));
        if (main is null)
        {
            _file.WriteLine(new string(',', Emotions.Count + 6));
            return;
        }

        var box = main.Reading.Box;
        var scores = string.Join(',', main.Reading.Emotions.Select(p => p.ToString("0.#####", CultureInfo.InvariantCulture)));
        _file.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{main.Id},{main.LabelName},{main.Advice},{scores},{box.X:0.##},{box.Y:0.##},{box.Width:0.##},{box.Height:0.##}"));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
