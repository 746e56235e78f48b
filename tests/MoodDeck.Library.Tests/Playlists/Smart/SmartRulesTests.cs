using System.Text.Json;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Playlists.Smart;

namespace MoodDeck.Library.Tests.Playlists.Smart;

public sealed class SmartRulesTests
{
    [Theory]
    [InlineData("""{"colour":"red"}""", "no rule 'colour'")]
    [InlineData("""{"mood":{}}""", "'mood' takes either")]
    [InlineData("""{"mood":{"name":"calm","valence":0}}""", "'mood' takes either")]
    [InlineData("""{"mood":{"valence":0}}""", "'mood' takes either")]
    [InlineData("""{"mood":{"name":"calm","size":1}}""", "no member of 'mood' 'size'")]
    [InlineData("""{"mood":{"name":"hungry"}}""", "No mood is called 'hungry'")]
    [InlineData("""{"mood":{"valence":1.1,"arousal":0}}""", "'valence' is 1.1")]
    [InlineData("""{"mood":{"name":"calm","radius":0}}""", "'radius' is 0")]
    [InlineData("""{"yearFrom":-1}""", "'yearFrom' is -1")]
    [InlineData("""{"yearFrom":2000,"yearTo":1999}""", "no year is both")]
    [InlineData("""{"genres":[""]}""", "'genres' holds")]
    [InlineData("""{"artists":[null]}""", "'artists' holds")]
    [InlineData("""{"languages":["klingon!"]}""", "'klingon!' in 'languages'")]
    [InlineData("""{"sources":["radio"]}""", "No source is called 'radio'")]
    [InlineData("""{"notPlayedDays":0}""", "'notPlayedDays' is 0")]
    [InlineData("""{"addedDays":99999999}""", "'addedDays' is 99999999")]
    [InlineData("""{"secondsFrom":300,"secondsTo":200}""", "no track is both")]
    [InlineData("""{"order":"best"}""", "No order is called 'best'")]
    [InlineData("""{"order":"nearest"}""", "needs a 'mood'")]
    [InlineData("""{"limit":0}""", "'limit' is 0")]
    [InlineData("""{"limit":10001}""", "'limit' is 10001")]
    public void Problem_RulesThatMeanNothing_AreNamed(string json, string expected) =>
        Assert.Contains(expected, SmartRulesCheck.Problem(SmartRules.OfJson(json)), StringComparison.Ordinal);

    [Fact]
    public void Problem_TooManyValues_IsNamed() =>
        Assert.Contains("'genres' has more than", SmartRulesCheck.Problem(new() { Genres = [.. Enumerable.Range(0, 101).Select(i => $"g{i}")] }), StringComparison.Ordinal);

    [Fact]
    public void ToJson_Rules_AreReadBackAndSayOnlyWhatIsAsked()
    {
        var rules = new SmartRules { Mood = new() { Valence = 0.5, Arousal = -0.25 }, Languages = ["es"], Liked = true, Order = "path", Seed = 7 };
        Assert.Null(SmartRulesCheck.Problem(rules));
        Assert.Equal("""{"mood":{"valence":0.5,"arousal":-0.25},"languages":["es"],"liked":true,"order":"path","seed":7}""", rules.ToJson());
        Assert.Equal(rules.ToJson(), SmartRules.OfJson(rules.ToJson()).ToJson());
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(new SmartRules().ToJson()).RootElement.ValueKind);
    }

    [Fact]
    public void At_Fields_AreEachMetOnceAndNextToTheOneBefore()
    {
        // On a coarse grid of 16 x 16 the curve must go from field to neighbouring field.
        var fields = from x in Enumerable.Range(0, 16) from y in Enumerable.Range(0, 16) select (x, y);
        var path = fields.OrderBy(f => MoodCurve.Along(new((f.x / 8.0) - 1 + 0.0625, (f.y / 8.0) - 1 + 0.0625, 0), bits: 10)).ToList();
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.Equal(1, Math.Abs(pair.First.x - pair.Second.x) + Math.Abs(pair.First.y - pair.Second.y)));
        Assert.Equal(((0, 0), (15, 0)), (path[0], path[^1]));
    }
}
