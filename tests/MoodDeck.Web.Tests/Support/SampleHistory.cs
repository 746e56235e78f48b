using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Web.Tests.Support;

/// <summary>How somebody felt and what they heard in four weeks, written through the same stores that a server writes.</summary>
internal sealed class SampleHistory(IServiceProvider services, TravelClock clock)
{
    private const int Days = 28;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    // What the pen does in a day: the hour, valence and arousal; it glides between them and is lifted from one line to the next.
    private static readonly (double Hour, double Valence, double Arousal)[][][] Pens =
    [
        [[(7, -.35, -.7), (8, .1, -.1), (8.7, .3, .36)], [(9.6, .34, .3), (10.4, .6, .45), (12.3, .1, -.25), (13.6, .5, .2)], [(17.4, -.5, .65), (18.5, -.65, .6), (19.2, -.3, .1), (20, .1, -.3), (22.5, .5, -.5)]],
        [[(6.5, .2, -.5), (7.4, .1, .2)], [(17, -.2, .4), (18.2, .3, .5), (19.5, .5, .1), (21, .6, -.2), (23.5, .3, -.6)]],
        [[(8, 0, 0), (9, -.3, .3), (11, -.4, .5), (13, -.1, .1)], [(19, .2, 0), (20, .35, -.3), (22, .2, -.5)]],
    ];

    private readonly Random _random = new(7);
    private IReadOnlyList<Track> _songs = [];
    private (double Valence, double Arousal) _wander;

    public async Task WriteAsync()
    {
        await services.GetRequiredService<IListenerStore>().ChangeAsync(Listener.DefaultId, null, keepHistory: true);
        _songs = (await services.GetRequiredService<ICatalogue>().SearchAsync(new() { Playable = true, Limit = 100 })).Tracks;
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        try
        {
            for (var ago = Days; ago > 0; ago--) await LiveAsync(today.AddDays(-ago), Pens[ago % Pens.Length]);
        }
        finally
        {
            clock.Return();
        }
    }

    private async Task LiveAsync(DateTimeOffset day, (double Hour, double Valence, double Arousal)[][] pens)
    {
        foreach (var pen in pens)
        {
            var (start, end) = (day.AddHours(pen[0].Hour), day.AddHours(pen[^1].Hour));
            var readings = new List<MoodEntry>();
            for (var at = start; at < end; at += Step) readings.Add(Read(pen, at, (at - day).TotalHours));
            clock.GoTo(end);
            await services.GetRequiredService<IMoodStore>().AddAsync(Listener.DefaultId, readings);
            await HearAsync(pen, day, start.AddMinutes(20), end);
        }
    }

    private MoodEntry Read((double Hour, double Valence, double Arousal)[] pen, DateTimeOffset at, double hour)
    {
        var (valence, arousal) = Glide(pen, hour);
        // A face is never still, and does not leap either.
        _wander = (.9 * _wander.Valence + .03 * Noise(), .9 * _wander.Arousal + .03 * Noise());
        return new(at, valence + _wander.Valence, arousal + _wander.Arousal, null, .2, .25, MoodSource.Camera);
    }

    private double Noise() => 2 * (_random.NextDouble() + _random.NextDouble() - 1);

    private static (double Valence, double Arousal) Glide((double Hour, double Valence, double Arousal)[] pen, double hour)
    {
        var next = Array.FindIndex(pen, 1, p => p.Hour > hour);
        if (next < 0) return (pen[^1].Valence, pen[^1].Arousal);
        var (a, b) = (pen[next - 1], pen[next]);
        var part = (hour - a.Hour) / (b.Hour - a.Hour);
        return (a.Valence + part * (b.Valence - a.Valence), a.Arousal + part * (b.Arousal - a.Arousal));
    }

    private async Task HearAsync((double Hour, double Valence, double Arousal)[] pen, DateTimeOffset day, DateTimeOffset from, DateTimeOffset to)
    {
        var history = services.GetRequiredService<IHistoryStore>();
        for (var at = from; at.AddMinutes(4) < to; at = at.AddMinutes(7))
        {
            // One of the songs that lie where the pen will be in half an hour.
            var (valence, arousal) = Glide(pen, (at - day).TotalHours + .5);
            var song = _songs.OrderBy(s => Math.Abs(s.Mood.Mean.Valence - valence) + Math.Abs(s.Mood.Mean.Arousal - arousal)).ElementAt(_random.Next(4)).Id;
            clock.GoTo(at);
            await history.AddAsync(Listener.DefaultId, song, PlayEvent.Started, 0);
            clock.GoTo(at.AddMinutes(4));
            await history.AddAsync(Listener.DefaultId, song, _random.Next(9) == 0 ? PlayEvent.Skipped : PlayEvent.Finished, 100);
        }
    }
}
