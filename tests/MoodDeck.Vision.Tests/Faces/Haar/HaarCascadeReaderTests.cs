using MoodDeck.Vision.Tests.Models;
using MoodDeck.Vision.Faces.Haar;

namespace MoodDeck.Vision.Tests.Faces.Haar;

public sealed class HaarCascadeReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_HandWrittenCascade_GivesItsParts()
    {
        var cascade = HaarCascadeReader.Read(_folder.Write("tiny.xml", TinyCascade.Xml()));

        Assert.Equal((8, 8), (cascade.Width, cascade.Height));
        Assert.False(cascade.HasTilted);
        Assert.Equal([new HaarPart(0, 0, 8, 8, -1), new HaarPart(0, 0, 8, 4, 2)], Assert.Single(cascade.Features).Parts);
        var stage = Assert.Single(cascade.Stages);
        Assert.Equal(0.5f - 1e-5f, stage.Threshold);
        var tree = Assert.Single(stage.Trees);
        Assert.Equal([new HaarNode(0, -1, 0, 0.5f)], tree.Nodes);
        Assert.Equal([0f, 1f], tree.Leaves);
    }

    [Theory]
    [InlineData("0 -1 1 0.5", "0 1", "a feature is 1, expected 0 to 0")]
    [InlineData("0 -2 0 0.5", "0 1", "a leaf is 2, expected 0 to 1")]
    [InlineData("1 -1 0 0.5", "0 1", "a node is 1, expected 1 to 0")]
    [InlineData("1 -1 0 0.5 1 -1 0 0.5", "0 1", "a node is 1, expected 2 to 1")] // would never end
    [InlineData("0 -1 0", "0 1", "a tree has 3 numbers in its nodes, expected four a node")]
    [InlineData("0 -1 0 NaN", "0 1", "<internalNodes> holds \"NaN\", expected numbers")]
    [InlineData("0 -0.5 0 1", "0 1", "a leaf is 0.5, expected 0 to 1")]
    public void Read_TreeThatLies_SaysWhat(string nodes, string leaves, string reason) => AssertRefused(TinyCascade.Xml(nodes, leaves), reason);

    [Fact]
    public void Read_RectangleBeyondTheWindow_SaysSo()
    {
        AssertRefused(TinyCascade.Xml(features: TinyCascade.Feature(false, [4, 0, 5, 4, 1])), "a rectangle reaches beyond the window");
        AssertRefused(TinyCascade.Xml(features: TinyCascade.Feature(true, [2, 0, 3, 3, 1])), "a rectangle reaches beyond the window");
        AssertRefused(TinyCascade.Xml(features: TinyCascade.Feature(false, [0, 0, 1, 1])), "a rectangle has 4 numbers, expected five");
    }

    [Theory]
    [InlineData("100000", "<width> is 100000, expected 4 to 256")]
    [InlineData("-8", "<width> is -8, expected 4 to 256")]
    [InlineData("wide", "<width> holds \"wide\", expected numbers")]
    public void Read_WindowThatLies_SaysSo(string width, string reason) => AssertRefused(TinyCascade.Xml(width: width), reason);

    [Fact]
    public void Read_OtherFeatures_NamesThem() => AssertRefused(TinyCascade.Xml(kind: "LBP"), "its features are \"LBP\", not HAAR");

    [Fact]
    public void Read_OldLayout_SaysWhereToGetANewOne() => AssertRefused(
        "<opencv_storage><cars type_id=\"opencv-haar-classifier\"><size>20 20</size></cars></opencv_storage>",
        "it is in the layout of OpenCV 1. Take the file of the same name from OpenCV 2.4 or newer");

    [Fact]
    public void Read_OtherXml_SaysWhatIsMissing() => AssertRefused("<html></html>", "it holds no <opencv_storage> with a <cascade>");

    [Fact]
    public void Read_Truncated_SaysItIsNoXml() => AssertRefused(TinyCascade.Xml()[..400], "it cannot be read as XML: ");

    [Fact]
    public void Read_Entities_AreNotExpanded() => AssertRefused(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><opencv_storage>&b;</opencv_storage>", "it cannot be read as XML: ");

    [Fact]
    public void Read_Missing_NamesIt()
    {
        var error = Assert.Throws<VisionModelException>(() => HaarCascadeReader.Read(_folder["none.xml"]));

        Assert.Equal($"There is no cascade {_folder["none.xml"]}. Check the path.", error.Message);
    }

    private void AssertRefused(string xml, string reason)
    {
        var path = _folder.Write("bad.xml", xml);

        var error = Assert.Throws<VisionModelException>(() => HaarCascadeReader.Read(path));

        Assert.StartsWith($"The cascade {path} cannot be used: {reason}", error.Message, StringComparison.Ordinal);
    }
}
