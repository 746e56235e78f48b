using System.Text.Json;
using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary>One kind of simulated listener, see <c>docs/guide/choosing.md</c>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Baseline">Valence and arousal the mood comes back to.</param>
/// <param name="Goal">Where this kind would like to be.</param>
/// <param name="Pull">How far from the mood towards the goal a track should lie, 0 to 1.</param>
/// <param name="Width">How far from there it may lie: a standard deviation in axis units.</param>
/// <param name="WMood">How much the mood counts for satisfaction.</param>
/// <param name="WTaste">How much taste counts.</param>
/// <param name="WNovelty">How much it counts that the artist is new.</param>
/// <param name="WFatigue">How much repetition takes away.</param>
/// <param name="Drift">How much of the way back to the baseline the mood goes during a track.</param>
/// <param name="Sway">How much of the way to the track's mood it goes.</param>
internal sealed record ListenerKind(
    string Name, double[] Baseline, double[] Goal, double Pull, double Width, double WMood, double WTaste, double WNovelty, double WFatigue, double Drift, double Sway)
{
    /// <summary>Reads the kinds of a file.</summary>
    /// <exception cref="CliException">It cannot be read, or what it says is not a listener; the message says which.</exception>
    public static IReadOnlyList<ListenerKind> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var kinds = JsonSerializer.Deserialize<KindsFile>(stream, JsonSerializerOptions.Web)?.Kinds;
            if (kinds is not { Count: > 0 } || kinds.Contains(null!)) throw new CliException($"{path} has no \"kinds\". Give a file such as {{\"kinds\":[{{\"name\":\"follower\",…}}]}}.");
            foreach (var kind in kinds) kind.Check(path);
            return kinds.Select(k => k.Name).Distinct(StringComparer.Ordinal).Count() == kinds.Count
                ? kinds
                : throw new CliException($"{path} has two kinds of one name. Give each its own.");
        }
        catch (JsonException e)
        {
            throw new CliException($"{path} is no JSON file of listeners: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read: {e.Message}");
        }
    }

    private void Check(string path)
    {
        if (string.IsNullOrWhiteSpace(Name)) throw new CliException($"{path} has a kind without a name.");
        if (Baseline is not [var bv, var ba] || Goal is not [var gv, var ga] || !(Math.Max(Math.Max(Math.Abs(bv), Math.Abs(ba)), Math.Max(Math.Abs(gv), Math.Abs(ga))) <= 1))
            throw new CliException($"{path}: 'baseline' and 'goal' of {Name} must each be valence and arousal from -1 to 1.");
        if (!(Width > 0)) throw new CliException($"{path}: 'width' of {Name} must be above 0.");
        if (!new[] { Pull, WMood, WTaste, WNovelty, WFatigue, Drift, Sway }.All(x => x is >= 0 and <= 1))
            throw new CliException($"{path}: 'pull', the weights, 'drift' and 'sway' of {Name} must each be from 0 to 1.");
    }

    private sealed record KindsFile(IReadOnlyList<ListenerKind>? Kinds);
}
