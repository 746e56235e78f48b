namespace MoodDeck.Onnx.Tests;

public sealed class OnnxTensorTests
{
    [Fact]
    public void Constructor_LargerMemory_TakesOnlyWhatItNeeds()
    {
        OnnxTensor tensor = new(new float[10], 2, 3);
        Assert.Equal(6, tensor.Data.Length);
        Assert.Equal("[2, 3]", tensor.ToString());
    }

    [Fact]
    public void Constructor_TooLittleMemory_SaysHowMuchIsNeeded()
    {
        var error = Assert.Throws<ArgumentException>(() => new OnnxTensor(new float[5], 2, 3));
        Assert.StartsWith("[2, 3] needs 6 elements, got 5.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NegativeDimension_Throws() => Assert.Throws<ArgumentException>(() => new OnnxTensor(new float[5], -1, 5));

    [Fact]
    public void Constructor_NoDimensions_IsAScalar() => Assert.Equal(1, new OnnxTensor(new float[1]).Data.Length);
}
