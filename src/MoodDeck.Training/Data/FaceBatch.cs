using System.Runtime.ExceptionServices;

namespace MoodDeck.Training.Data;

/// <summary>Faces that were cut out on several threads, in the order they were asked for.</summary>
internal sealed class FaceBatch
{
    private readonly byte[] _pixels;
    private readonly CutOutcome[] _outcomes;

    private FaceBatch(int count) => (_pixels, _outcomes) = (new byte[count * FaceImageSet.ImageLength], new CutOutcome[count]);

    /// <summary>Cuts out one face.</summary>
    public delegate CutOutcome Cutting(int index, Span<byte> target);

    /// <summary>Cuts out faces.</summary>
    /// <param name="count">How many.</param>
    /// <param name="threads">On how many threads; 0 takes every core.</param>
    /// <param name="cut">Cuts out the face of an index; must be safe for concurrent use.</param>
    /// <exception cref="InvalidDataException">They are more than fit in one set.</exception>
    public static FaceBatch Cut(int count, int threads, Cutting cut)
    {
        if (count > Array.MaxLength / FaceImageSet.ImageLength) throw new InvalidDataException($"{count} pictures are more than fit in memory at once; use a part of them.");
        var batch = new FaceBatch(count);
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads }, i =>
                batch._outcomes[i] = cut(i, batch._pixels.AsSpan(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength)));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return batch;
    }

    /// <summary>The indices that have a face; what the others lack is noted.</summary>
    public int[] Collect(Func<int, string> where, BadRows bad)
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            if (_outcomes[i].Problem is not { } problem) continue;
            if (_outcomes[i].IsDamage) bad.Add(where(i), problem);
            else bad.AddUseless(where(i), problem);
        }

        return [.. Enumerable.Range(0, _outcomes.Length).Where(i => _outcomes[i].Problem is null)];
    }

    /// <summary>The pixels of some of the faces, one after another.</summary>
    public byte[] PixelsOf(int[] indices)
    {
        if (indices.Length == _outcomes.Length) return _pixels;
        var pixels = new byte[indices.Length * FaceImageSet.ImageLength];
        for (var i = 0; i < indices.Length; i++)
            _pixels.AsSpan(indices[i] * FaceImageSet.ImageLength, FaceImageSet.ImageLength).CopyTo(pixels.AsSpan(i * FaceImageSet.ImageLength));
        return pixels;
    }
}
