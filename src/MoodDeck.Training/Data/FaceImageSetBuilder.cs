using System.Text;
using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>Gathers pictures row by row; memory grows with what was really read, never with what a header promises.</summary>
internal sealed class FaceImageSetBuilder(string file)
{
    // Largest byte array of .NET, in pictures.
    private static readonly int MaxImages = Array.MaxLength / FaceImageSet.ImageLength;

    private readonly List<string> _usageNames = [];
    private byte[] _pixels = new byte[1024 * FaceImageSet.ImageLength];
    private byte[] _labels = new byte[1024];
    private byte[] _usages = new byte[1024];
    private int[] _sourceRows = new int[1024];
    private string[] _names = new string[1024];
    private byte[]? _votes;
    private int _count;

    public BadRows Bad { get; } = new();

    /// <summary>Room for the next picture's pixels; it counts once <see cref="Commit"/> is called.</summary>
    public Span<byte> NextPixels()
    {
        if (_count == _labels.Length) Grow();
        return _pixels.AsSpan(_count * FaceImageSet.ImageLength, FaceImageSet.ImageLength);
    }

    public void Commit(byte label, byte usage, int sourceRow, string name)
    {
        (_labels[_count], _usages[_count], _sourceRows[_count], _names[_count]) = (label, usage, sourceRow, name);
        _count++;
    }

    /// <summary>The picture committed last shows an expression that FER2013's seven may not know.</summary>
    public void Vote(Emotion emotion)
    {
        if (_votes is null || _votes.Length < _labels.Length * FerPlus.VoteColumns) Array.Resize(ref _votes, _labels.Length * FerPlus.VoteColumns);
        FerPlus.Unanimous(emotion, _votes.AsSpan((_count - 1) * FerPlus.VoteColumns, FerPlus.VoteColumns));
    }

    /// <summary>The index of a usage's name, or -1 when there are too many different ones to be usages.</summary>
    public int UsageIndex(ReadOnlySpan<byte> field)
    {
        Span<char> name = stackalloc char[Math.Min(field.Length, 64)];
        if (field.Length > name.Length) return -1;
        name = name[..Encoding.UTF8.GetChars(field, name)];
        for (var i = 0; i < _usageNames.Count; i++) if (name.SequenceEqual(_usageNames[i])) return i;
        if (_usageNames.Count == 32) return -1;
        _usageNames.Add(name.ToString());
        return _usageNames.Count - 1;
    }

    public FaceImageSet Build(int sourceRowCount) => new()
    {
        Pixels = _pixels[..(_count * FaceImageSet.ImageLength)],
        Labels = _labels[.._count],
        Usages = _usages[.._count],
        UsageNames = _usageNames,
        SourceRows = _sourceRows[.._count],
        SourceRowCount = sourceRowCount,
        Bad = Bad,
        Names = _names[.._count],
        Origins = [new FaceOrigin(file, 0)],
        Votes = VotesOfAll(),
    };

    private byte[]? VotesOfAll()
    {
        if (_votes is not null) Array.Resize(ref _votes, _count * FerPlus.VoteColumns);
        return _votes;
    }

    private void Grow()
    {
        if (_count == MaxImages) throw new InvalidDataException($"{file} holds more than {MaxImages} pictures; split it.");
        var size = Math.Min(MaxImages, _count * 2);
        Array.Resize(ref _pixels, size * FaceImageSet.ImageLength);
        Array.Resize(ref _labels, size);
        Array.Resize(ref _usages, size);
        Array.Resize(ref _sourceRows, size);
        Array.Resize(ref _names, size);
    }
}
