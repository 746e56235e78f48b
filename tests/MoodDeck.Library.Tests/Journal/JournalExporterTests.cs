using System.Text;
using System.Text.Json;
using MoodDeck.Library.Export;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

public sealed class JournalExporterTests
{
    [Fact]
    public async Task ExportAsync_Csv_HasReadingsThenPlays()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.Moods.AddAsync("default", [JournalRig.Reading("2026-11-22T10:00:00.500Z", .25, -.5, MoodSource.Hand)]);
        await rig.PlayAsync("2026-11-22T11:00:00Z", "t1", PlayEvent.Skipped, 12.5);
        var (count, text) = await ExportAsync(rig, ExportFormat.Csv);
        Assert.Equal(2, count);
        Assert.Equal(
            "kind,at,source,valence,arousal,dominance,sigma_valence,sigma_arousal,event,track_id,title,artist,position_seconds\r\n" +
            "reading,2026-11-22T10:00:00.500Z,hand,0.25,-0.5,,0.1,0.2,,,,,\r\n" +
            "play,2026-11-22T11:00:00.000Z,,,,,,,skipped,t1,,,12.5\r\n",
            text);
    }

    [Fact]
    public async Task ExportAsync_MoreThanAPage_HasEveryRowOnceInOrder()
    {
        using var rig = await JournalRig.StartAsync();
        var start = JournalRig.At("2026-11-22T00:00:00Z");
        MoodSource[] sources = [MoodSource.Camera, MoodSource.Hand];
        await rig.Moods.AddAsync("default", [.. Enumerable.Range(0, 2500).SelectMany(i => sources.Select(s => new MoodEntry(start.AddSeconds(5 * i), 0, 0, 0, .1, .1, s)))]);
        var (count, text) = await ExportAsync(rig, ExportFormat.Json);
        Assert.Equal(5000, count);
        var rows = JsonDocument.Parse(text).RootElement.EnumerateArray().Select(r => r.GetProperty("at").GetString() + r.GetProperty("source").GetString()).ToList();
        Assert.Equal(5000, rows.Distinct().Count());
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
    }

    private static async Task<(int Count, string Text)> ExportAsync(JournalRig rig, ExportFormat format)
    {
        using var stream = new MemoryStream();
        var count = await rig.Library.Get<JournalExporter>().ExportAsync(stream, "default", format);
        return (count, Encoding.UTF8.GetString(stream.ToArray()));
    }
}
