using Microsoft.Extensions.Hosting;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Certificates;
using MoodDeck.Server.Pairing.Devices;

namespace MoodDeck.Server.Pairing;

/// <summary>Sees what other processes change in the list of devices, and keeps the list and the certificate fresh.</summary>
internal sealed partial class LanWatch(
    DeviceStore devices, OpenRequests open, LanCertificate certificate, TimeProvider time, LanOptions options, ILogger<LanWatch> logger) : BackgroundService
{
    private string? _trouble;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        devices.Changed += open.KeepOnly;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        devices.Changed -= open.KeepOnly;
        Try(devices.SaveSeen);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.WatchInterval, time);
        var cared = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // A list that cannot be read lets nobody in, and keeps nobody in either.
                if (!Try(() => devices.Look())) open.KeepOnly([]);
                if (time.GetElapsedTime(cared) < options.CareInterval) continue;
                cared = time.GetTimestamp();
                Try(devices.SaveSeen);
                Try(() => certificate.Refresh());
            }
        }
        catch (OperationCanceledException)
        {
            // MoodDeck stops.
        }
    }

    private bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (LibraryException e)
        {
            if (_trouble != e.Message) Trouble(_trouble = e.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Problem}")]
    private partial void Trouble(string problem);
}
