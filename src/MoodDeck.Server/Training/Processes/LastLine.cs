using System.Text;

namespace MoodDeck.Server.Training.Processes;

/// <summary>The last line of a text that arrives piece by piece, in bounded memory.</summary>
internal sealed class LastLine
{
    /// <summary>A line is cut after this many characters.</summary>
    public const int MaxLength = 2000;

    private readonly Lock _lock = new();
    private readonly StringBuilder _growing = new();
    private string? _whole;

    /// <summary>The last line that says something, without spaces around it; null while there is none.</summary>
    public string? Text
    {
        get
        {
            lock (_lock) return Said() ?? _whole;
        }
    }

    /// <summary>Takes the next piece.</summary>
    public void Add(ReadOnlySpan<char> piece)
    {
        lock (_lock)
        {
            foreach (var c in piece)
            {
                if (c is '\n' or '\r') End();
                else if (_growing.Length < MaxLength) _growing.Append(char.IsControl(c) ? ' ' : c);
            }
        }
    }

    private void End()
    {
        _whole = Said() ?? _whole;
        _growing.Clear();
    }

    private string? Said() => _growing.ToString().Trim() is { Length: > 0 } said ? said : null;
}
