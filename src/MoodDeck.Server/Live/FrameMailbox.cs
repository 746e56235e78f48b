using System.Net.WebSockets;

namespace MoodDeck.Server.Live;

/// <summary>Why a live socket ends.</summary>
/// <param name="Status">What the close frame says.</param>
/// <param name="Reason">The same in words, at most 123 bytes.</param>
internal sealed record LiveEnd(WebSocketCloseStatus Status, string Reason);

/// <summary>What waits to be answered.</summary>
/// <param name="Frame">The newest frame, to be disposed by whoever took it.</param>
/// <param name="Problem">The newest problem found on receiving.</param>
/// <param name="Commands">What the client asked for, in order.</param>
/// <param name="Dropped">Frames that were replaced by newer ones, so far.</param>
/// <param name="End">Set when nothing more will come.</param>
internal readonly record struct LiveMail(Frame? Frame, LiveProblem? Problem, IReadOnlyList<LiveCommand> Commands, int Dropped, LiveEnd? End);

/// <summary>
/// Between receiving and answering: one slot for frames, one for problems, a few for commands. A newer frame or problem takes
/// the place of an older one, so memory stays bounded however fast a client sends and however slowly it reads.
/// </summary>
internal sealed class FrameMailbox : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _filled = new(0, 1);
    private Frame? _frame;
    private List<LiveCommand> _commands = [];
    private LiveProblem? _problem;
    private LiveEnd? _end;
    private int _dropped;

    /// <summary>Leaves a frame; one that still waits is dropped.</summary>
    public void Put(Frame frame)
    {
        lock (_lock)
        {
            if (_frame is not null) _dropped++;
            _frame?.Dispose();
            _frame = frame;
            Wake();
        }
    }

    /// <summary>Leaves a problem.</summary>
    public void Put(LiveProblem problem)
    {
        lock (_lock)
        {
            _problem = problem;
            Wake();
        }
    }

    /// <summary>Leaves a command; false when as many wait already.</summary>
    public bool TryPut(LiveCommand command, int most)
    {
        lock (_lock)
        {
            if (_commands.Count >= most) return false;
            _commands.Add(command);
            Wake();
            return true;
        }
    }

    /// <summary>Ends the socket after what waits has been answered; the first reason stands.</summary>
    public void End(LiveEnd end)
    {
        lock (_lock)
        {
            _end ??= end;
            Wake();
        }
    }

    /// <summary>Waits until there is something, and takes all of it.</summary>
    public async Task<LiveMail> TakeAsync(CancellationToken cancellationToken)
    {
        await _filled.WaitAsync(cancellationToken);
        lock (_lock)
        {
            var mail = new LiveMail(_frame, _problem, _commands, _dropped, _end);
            (_frame, _problem, _commands) = (null, null, []);
            return mail;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _frame?.Dispose();
        _filled.Dispose();
    }

    private void Wake()
    {
        if (_filled.CurrentCount == 0) _filled.Release();
    }
}
