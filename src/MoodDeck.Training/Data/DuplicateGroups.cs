using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MoodDeck.Training.Data;

/// <summary>Which pictures of a set are the same, pixel by pixel. FER2013 holds more than a thousand such groups.</summary>
public sealed class DuplicateGroups
{
    private DuplicateGroups(int[] groupOf, int count) => (GroupOf, Count) = (groupOf, count);

    /// <summary>For each row the number of its group; groups are numbered by first occurrence.</summary>
    public int[] GroupOf { get; }

    /// <summary>How many different pictures there are.</summary>
    public int Count { get; }

    /// <summary>Compares all pictures by the SHA-256 of their pixels.</summary>
    public static DuplicateGroups Find(FaceImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var groups = new Dictionary<(ulong, ulong), int>(set.Count);
        var groupOf = new int[set.Count];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var row = 0; row < groupOf.Length; row++)
        {
            SHA256.HashData(set.Image(row), hash);
            var key = (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
            if (!groups.TryGetValue(key, out groupOf[row])) groups[key] = groupOf[row] = groups.Count;
        }

        return new DuplicateGroups(groupOf, groups.Count);
    }

    /// <summary>The rows among <paramref name="rows"/> whose picture also occurs among <paramref name="others"/>.</summary>
    public int[] RowsSharedWith(IEnumerable<int> rows, IEnumerable<int> others)
    {
        var known = others.Select(row => GroupOf[row]).ToHashSet();
        return [.. rows.Where(row => known.Contains(GroupOf[row]))];
    }
}
