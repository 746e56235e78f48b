using Microsoft.Extensions.Hosting;
using MoodDeck.Library.Sound;

namespace MoodDeck.Server.Folders;

/// <summary>How far the measuring of whole files is.</summary>
/// <param name="Done">Files measured since it last had nothing to do.</param>
/// <param name="Total">Of how many.</param>
internal sealed record MeasuringAnswer(int Done, int Total);

/// <summary>Measures the loudness of whole files in the background, one at a time, whenever a scan has left some.</summary>
internal sealed partial class MeasuringService(IWholeFiles files, TimeProvider time, ILogger<MeasuringService> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3), s_afterFailure = TimeSpan.FromMinutes(5);
    private volatile MeasuringAnswer? _state;

    /// <summary>How far it is; null while there is nothing to do.</summary>
    public MeasuringAnswer? State => _state;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = s_pause;
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                NotMeasured(e.Message);
                pause = s_afterFailure;
            }
            finally
            {
                _state = null;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MeasureAsync(CancellationToken stopping)
    {
        var left = await files.LeftAsync(stopping);
        if (left == 0) return;
        _state = new(0, left);
        // A scan may have added more meanwhile, and another process may have done some.
        await files.MeasureAsync(1, _ => _state = _state is { } s ? new(s.Done + 1, Math.Max(s.Total, s.Done + 1)) : null, stopping);
    }

    [LoggerMessage(LogLevel.Warning, "Whole files are not measured for now: {Reason}")]
    private partial void NotMeasured(string reason);
}
