using System.IO.Compression;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Training.Tests.Tracks;

public sealed class TrackLabelsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-labels-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_QuadrantsPacked_KnowsSidesAndGroups()
    {
        var labels = TrackLabels.Read(Write("a.tsv.gz", "file\tset\tgroup\tquadrant\tvalence\tarousal\na.mid\tS\tsong\t2\t-1.0\t1.0\nb.mid\tS\tother\t1\t0.3\t0.1\n"));
        Assert.Equal(("a.mid", "S/song", 2, true), (labels[0].File, labels[0].Group, labels[0].Quadrant, labels[0].IsSide));
        Assert.False(labels[1].IsSide);
    }

    [Fact]
    public void Read_FeltEmotions_LiesWhereTheyLie()
    {
        var header = "file,genre," + string.Join(',', FeltEmotions.Names);
        var labels = TrackLabels.Read(Write("b.csv", $"{header}\nglad.opus,pop,0,0,0,0,0,0,0.8,0,0\nsad.opus,pop,0,0,0,0,0,0,0,0,0.5\n"));
        Assert.True(labels[0].Valence > 0.5 && labels[0].Arousal > 0.5);
        Assert.True(labels[1].Valence < -0.5 && labels[1].Arousal < 0);
        Assert.NotEqual(labels[0].Group, labels[1].Group);
    }

    [Theory]
    [InlineData("name,valence\nx,1\n", "no column \"file\"")]
    [InlineData("", "is empty")]
    [InlineData("file,valence\n", "has no rows")]
    [InlineData("file,valence,arousal\na.mid,loud,0\n", "line 2: \"loud\" is no number")]
    public void Read_WhatIsNoTable_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => TrackLabels.Read(Write("c.csv", text))).Message, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        using Stream file = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return path;
    }
}
