using System.Globalization;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

/// <summary>A listener who keeps a history, on a clock that a test moves.</summary>
internal sealed class JournalRig : IDisposable
{
    private JournalRig(FixedClock clock) => (Clock, Library) = (clock, new TestLibrary(time: clock));

    public FixedClock Clock { get; }

    public TestLibrary Library { get; }

    public IMoodStore Moods => Library.Get<IMoodStore>();

    public static async Task<JournalRig> StartAsync(string now = "2026-11-22T22:00:00Z")
    {
        var rig = new JournalRig(new FixedClock(now));
        await rig.Library.Get<IListenerStore>().ChangeAsync("default", null, true);
        return rig;
    }

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    public static MoodEntry Reading(string at, double valence = 0, double arousal = 0, MoodSource source = MoodSource.Camera) =>
        new(At(at), valence, arousal, null, .1, .2, source);

    /// <summary>A reading every half minute from one time to another.</summary>
    public Task<int> FeelAsync(string from, string to, double valence, double arousal) => Moods.AddAsync("default", [
        .. Enumerable.Range(0, (int)((At(to) - At(from)).TotalSeconds / 30)).Select(i => new MoodEntry(At(from).AddSeconds(30 * i), valence, arousal, 0, .1, .1, MoodSource.Camera))]);

    public async Task PlayAsync(string at, string track, PlayEvent what, double? position = null)
    {
        var now = Clock.Now;
        Clock.Now = At(at);
        Assert.True(await Library.Get<IHistoryStore>().AddAsync("default", track, what, position));
        Clock.Now = now;
    }

    public Task<MoodJournal> ReadAsync(string day, string zone = "UTC") =>
        Library.Get<JournalReader>().ReadAsync("default", JournalRequest.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    public void Dispose() => Library.Dispose();
}
