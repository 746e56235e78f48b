using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Groups;

/// <summary>Gives every track of known mood to a group and tells what the groups are like.</summary>
internal sealed class GroupDescriber(TrackIndex index, GroupSpace space, float[][] centres)
{
    private const int Named = 5;
    private const int Examples = 6;

    // How it sounds is told of a group of which at least this share was listened to.
    private const double LeastHeard = 0.25;

    /// <summary>The groups.</summary>
    public MoodGroups Describe(int known, IReadOnlyList<int> rows, List<(TrackMood Mood, TrackTone? Tone)> sample, double silhouette)
    {
        var tones = Enumerable.Range(0, rows.Count).ToDictionary(i => rows[i], i => sample[i].Tone);
        var sums = centres.Select(_ => new GroupSum()).ToArray();
        var groupOf = new byte[index.Count];
        for (var row = 0; row < index.Count; row++)
        {
            var mood = index.MoodOf(row);
            if (!mood.IsKnown) continue;
            var tone = tones.GetValueOrDefault(row);
            var group = KMeans.Nearest(space.Place(mood, tone), centres);
            sums[group].Add(mood, tone, index.IsPlayable(row), index.Genres[row], index.Artists[row]);
            groupOf[row] = (byte)(group + 1);
        }

        // Numbered by size; a group can be empty where two centres lie in one place.
        var order = Enumerable.Range(0, sums.Length).Where(g => sums[g].Size > 0).OrderByDescending(g => sums[g].Size).ThenBy(g => g).ToList();
        var numbers = new byte[sums.Length + 1];
        for (var i = 0; i < order.Count; i++) numbers[order[i] + 1] = (byte)(i + 1);
        for (var row = 0; row < groupOf.Length; row++) groupOf[row] = numbers[groupOf[row]];

        var qualities = Qualities([.. order.Select(g => sums[g])]);
        var nearest = NearestRows([.. order.Select(g => sums[g].Centre)], groupOf);
        return new(known, rows.Count, silhouette, [.. order.Select((g, i) => Group(i, sums[g], qualities[i], nearest[i]))], groupOf);
    }

    private MoodGroup Group(int place, GroupSum sum, string quality, List<int> nearest) => new()
    {
        Number = place + 1,
        Mood = NamedMoods.Nearest(sum.Centre).Name,
        Quality = quality,
        Size = sum.Size,
        Playable = sum.Playable,
        Centre = sum.Centre,
        Spread = sum.Spread,
        Tone = ToneOf(sum),
        Genres = Shares(index.Genres, sum.Genres),
        Artists = Shares(index.Artists, sum.Artists),
        Examples = nearest,
    };

    private string[] Qualities(List<GroupSum> sums)
    {
        var qualities = new string[sums.Count];
        foreach (var same in Enumerable.Range(0, sums.Count).GroupBy(i => NamedMoods.Nearest(sums[i].Centre).Name))
        {
            var words = GroupQualities.Of([.. same.Select(i => space.Place(TrackMood.Of(sums[i].Centre, 0), ToneOf(sums[i])))]);
            foreach (var (i, word) in same.Zip(words)) qualities[i] = word;
        }

        return qualities;
    }

    private static TrackTone? ToneOf(GroupSum sum) => sum.Heard >= sum.Size * LeastHeard ? sum.Tone : null;

    private static List<GroupShare> Shares(InternedColumn column, Dictionary<int, int> counts) =>
    [
        .. counts.Where(c => c.Key != 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(Named).Select(c => new GroupShare(column.ValueOf(c.Key), c.Value)),
    ];

    // Of each artist the nearest track, and of those the nearest few.
    private List<int>[] NearestRows(List<Vad> middles, byte[] groupOf)
    {
        var best = middles.Select(_ => new Dictionary<int, (double Distance, int Row)>()).ToArray();
        for (var row = 0; row < groupOf.Length; row++)
        {
            if (groupOf[row] == 0) continue;
            var (mean, middle) = (index.MoodOf(row).Mean, middles[groupOf[row] - 1]);
            var distance = Math.Pow(mean.Valence - middle.Valence, 2) + Math.Pow(mean.Arousal - middle.Arousal, 2);
            var artist = index.Artists[row] is var a && a != 0 ? a : -row - 1; // the unknown are nobody twice
            var group = best[groupOf[row] - 1];
            if (!group.TryGetValue(artist, out var other) || distance < other.Distance) group[artist] = (distance, row);
        }

        return [.. best.Select(group => group.Values.OrderBy(n => n.Distance).ThenBy(n => n.Row).Take(Examples).Select(n => n.Row).ToList())];
    }
}
