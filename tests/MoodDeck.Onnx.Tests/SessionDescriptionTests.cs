namespace MoodDeck.Onnx.Tests;

public sealed class SessionDescriptionTests
{
    [Fact]
    public void Inputs_DynamicRows_AreMinusOne()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var x = Assert.Single(session.Inputs);
        Assert.Equal("x", x.Name);
        Assert.Equal(OnnxElementType.Float32, x.ElementType);
        Assert.Equal([-1, 2], x.Shape);
        Assert.Equal("[?, 2]", x.ShapeText);
    }

    [Fact]
    public void Outputs_Two_AreFoundByName()
    {
        using var session = TestModels.Open(TestModels.SumAndProduct());
        Assert.Equal(1, session.Outputs.IndexOf("product"));
        Assert.Equal(-1, session.Outputs.IndexOf("quotient"));
    }

    [Fact]
    public void Metadata_Props_AreReadAsWritten()
    {
        using var session = TestModels.Open(TestModels.Affine().Metadata("mooddeck.mean", "127.5").Metadata("größe", "48 × 48").Metadata("empty", ""));
        Assert.Equal(3, session.Metadata.Count);
        Assert.Equal("127.5", session.Metadata["mooddeck.mean"]);
        Assert.Equal("48 × 48", session.Metadata["größe"]);
        Assert.Equal("", session.Metadata["empty"]);
    }

    [Fact]
    public void Metadata_None_IsEmpty()
    {
        using var session = TestModels.Open(TestModels.Affine());
        Assert.Empty(session.Metadata);
    }

    [Theory]
    [InlineData(new[] { 5, 2 }, true)]
    [InlineData(new[] { 0, 2 }, true)]
    [InlineData(new[] { 5, 3 }, false)]
    [InlineData(new[] { 2 }, false)]
    public void Accepts_Shape_ChecksRankAndFixedDimensions(int[] shape, bool fits) =>
        Assert.Equal(fits, new OnnxTensorInfo("x", OnnxElementType.Float32, [-1, 2]).Accepts(shape));
}
