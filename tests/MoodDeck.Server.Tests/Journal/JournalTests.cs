using System.Globalization;
using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Journal;

public sealed class JournalTests : IAsyncLifetime
{
    private const string Moods = "/api/v1/listeners/default/moods", Journal = "/api/v1/listeners/default/journal";
    private const string Reading = """{"valence":0.5,"arousal":-0.1,"sigmaValence":0.1,"sigmaArousal":0.2,"source":"hand"}""";
    private readonly DeckHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await KeepAsync(true);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task PostMoods_OneOrMany_AreInTheJournal()
    {
        Assert.Equal("""{"stored":1}""", await PostAsync(Reading));
        var earlier = DateTimeOffset.UtcNow.AddMinutes(-30);
        Assert.Equal("""{"stored":2}""", await PostAsync($"[{At(earlier)},{At(earlier.AddMinutes(10))}]"));
        var journal = await _host.JsonAsync($"{Journal}?from={Iso(earlier.AddHours(-1))}");
        Assert.Equal(["on", "from", "to", "zone", "stepSeconds", "keptSince", "readings", "plays", "days", "moved", "distribution", "trend"], journal.Names());
        Assert.True(journal.GetProperty("on").GetBoolean());
        Assert.Equal(3, journal.GetProperty("readings").GetArrayLength());
        Assert.Equal(["at", "valence", "arousal", "sigmaValence", "sigmaArousal", "source"], journal.GetProperty("readings")[0].Names());
        Assert.Equal(["date", "label", "path", "readings"], journal.GetProperty("days")[6].Names());
        Assert.Equal(1, journal.GetProperty("distribution").EnumerateObject().Sum(d => d.Value.GetDouble()), 4);
        Assert.Equal(JsonValueKind.Null, journal.GetProperty("trend").ValueKind);
    }

    [Fact]
    public async Task PostMoods_HistoryOff_StoresNothingAndTheJournalIsOff()
    {
        await PostAsync(Reading);
        await KeepAsync(false);
        Assert.Equal("""{"stored":0}""", await PostAsync(Reading));
        var journal = await _host.JsonAsync(Journal);
        Assert.False(journal.GetProperty("on").GetBoolean());
        foreach (var list in (string[])["readings", "plays", "days", "moved"]) Assert.Equal(0, journal.GetProperty(list).GetArrayLength());
        Assert.Equal("{}", journal.GetProperty("distribution").GetRawText());
        Assert.NotEqual(JsonValueKind.Null, journal.GetProperty("keptSince").ValueKind);
    }

    [Theory]
    [InlineData("""{"valence":1.5,"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand"}""", "'valence'")]
    [InlineData("""{"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand"}""", "'valence'")]
    [InlineData("""{"valence":0,"arousal":-2,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand"}""", "'arousal'")]
    [InlineData("""{"valence":0,"arousal":0,"dominance":3,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand"}""", "'dominance'")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":-0.1,"sigmaArousal":0.1,"source":"hand"}""", "'sigmaValence'")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":0.1,"source":"hand"}""", "'sigmaArousal'")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"crystal ball"}""", "camera, photo, hand")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand","at":"yesterday"}""", "'at'")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand","at":"2190-01-01T00:00:00Z"}""", "future")]
    [InlineData("""{"valence":0,"arousal":0,"sigmaValence":0.1,"sigmaArousal":0.1,"source":"hand","at":"1999-01-01T00:00:00Z"}""", "730 days")]
    [InlineData("[null]", "reading 1 of 1")]
    [InlineData("null", "not null")]
    public async Task PostMoods_Bad_IsRefusedAsAWhole(string body, string hint)
    {
        var sent = body.StartsWith('{') ? $"[{Reading},{body}]" : body;
        using var response = await _host.Client.PostAsync(Moods, Answers.Json(sent));
        Assert.Contains(hint, await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await _host.JsonAsync(Journal)).GetProperty("keptSince").ValueKind);
    }

    [Theory]
    [InlineData("\"happy\"")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{"valence":"much"}""")]
    public async Task PostMoods_NotThatJson_IsAProblem(string body)
    {
        using var response = await _host.Client.PostAsync(Moods, Answers.Json(body));
        await response.ProblemAsync(ProblemKind.BadJson);
    }

    [Fact]
    public async Task PostMoods_TooMany_SaysHowManyAreTaken()
    {
        using var response = await _host.Client.PostAsync(Moods, Answers.Json($"[{string.Join(',', Enumerable.Repeat("{}", 5001))}]"));
        Assert.Contains("5000", await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_UnknownListener_IsAProblem()
    {
        const string Nobody = "/api/v1/listeners/nobody";
        foreach (var response in (HttpResponseMessage[])[
            await _host.Client.PostAsync(Nobody + "/moods", Answers.Json(Reading)), await _host.Client.GetAsync(Nobody + "/journal"),
            await _host.Client.GetAsync(Nobody + "/journal/export"), await _host.Client.DeleteAsync(Nobody + "/journal")])
        {
            using (response) await response.ProblemAsync(ProblemKind.UnknownListener);
        }
    }

    [Theory]
    [InlineData("?from=yesterday", "'from'")]
    [InlineData("?to=soon", "'to'")]
    [InlineData("?zone=Europe/Nowhere", "Europe/Berlin")]
    [InlineData("?zone=../../etc/passwd", "Europe/Berlin")]
    [InlineData("?from=2026-11-21T10:00:00Z&to=2026-11-21T10:00:00Z", "after 'from'")]
    [InlineData("?from=2026-01-01&to=2026-03-01", "31 days")]
    public async Task GetJournal_BadRange_NamesWhatIsRight(string query, string hint)
    {
        using var response = await _host.Client.GetAsync(Journal + query);
        Assert.Contains(hint, await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetJournal_DayInAZone_IsThatDayThere()
    {
        var journal = await _host.JsonAsync(Journal + "?from=2026-03-29&to=2026-03-29&zone=Europe/Berlin");
        Assert.Equal((At("2026-03-28T23:00:00Z"), At("2026-03-29T22:00:00Z")), (journal.GetProperty("from").GetDateTimeOffset(), journal.GetProperty("to").GetDateTimeOffset()));
        Assert.Equal(("2026-03-23", "2026-03-29"), (journal.GetProperty("days")[0].GetProperty("date").GetString(), journal.GetProperty("days")[6].GetProperty("date").GetString()));
    }

    [Fact]
    public async Task ExportAndErase_Readings_GoOutAndAreGone()
    {
        await PostAsync(Reading);
        using var csv = await _host.Client.GetAsync(Journal + "/export?format=csv");
        Assert.Equal(("text/csv", "attachment"), (csv.Content.Headers.ContentType?.MediaType, csv.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("mooddeck-journal-default.csv", csv.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(",hand,0.5,-0.1,,0.1,0.2,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("reading", (await _host.JsonAsync(Journal + "/export?format=json"))[0].GetProperty("kind").GetString());
        using var other = await _host.Client.GetAsync(Journal + "/export?format=pdf");
        Assert.Contains("csv, json", await other.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);

        using var elsewhen = await _host.Client.DeleteAsync(Journal + "?from=2001-01-01&to=2001-12-31");
        Assert.Equal("""{"readings":0,"plays":0}""", (await elsewhen.OkJsonAsync()).GetRawText());
        using var erased = await _host.Client.DeleteAsync(Journal);
        Assert.Equal("""{"readings":1,"plays":0}""", (await erased.OkJsonAsync()).GetRawText());
        Assert.Equal(0, (await _host.JsonAsync(Journal)).GetProperty("readings").GetArrayLength());
    }

    private async Task KeepAsync(bool keep)
    {
        using var response = await _host.Client.PutAsync("/api/v1/listeners/default", Answers.Json(keep ? """{"keepHistory":true}""" : """{"keepHistory":false}"""));
        await response.OkJsonAsync();
    }

    private async Task<string> PostAsync(string body)
    {
        using var response = await _host.Client.PostAsync(Moods, Answers.Json(body));
        return (await response.OkJsonAsync()).GetRawText();
    }

    private static string At(DateTimeOffset time) => Reading[..^1] + $",\"at\":\"{Iso(time)}\"}}";

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
