namespace MoodDeck.Onnx.Tests;

public sealed class SessionRunTests
{
    [Fact]
    public void Run_AffineModel_GivesTheProductPlusBias()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var y = session.Run(new OnnxTensor(new float[] { 1, 2 }, 1, 2));
        Assert.Equal([1, 3], y[0].Shape.ToArray());
        Assert.Equal([19f, 32f, 45f], y[0].Span.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Run_DynamicRows_GivesAsManyRowsAsWereGiven(int rows)
    {
        using var session = TestModels.Open(TestModels.Affine());
        var x = OnnxTensor.Zeros(rows, 2);
        for (var i = 0; i < rows; i++) x.Span[2 * i] = i;
        var y = session.Run(x)[0];
        Assert.Equal([rows, 3], y.Shape.ToArray());
        for (var i = 0; i < rows; i++) Assert.Equal([10f + i, 20f + (2 * i), 30f + (3 * i)], y.Span.Slice(3 * i, 3).ToArray());
    }

    [Fact]
    public void Run_NoRows_GivesNoRows()
    {
        using var session = TestModels.Open(TestModels.Affine());
        Assert.Equal([0, 3], session.Run(OnnxTensor.Zeros(0, 2))[0].Shape.ToArray());
    }

    [Fact]
    public void Run_TwoInputsAndOutputs_KeepsTheModelsOrder()
    {
        using var session = TestModels.Open(TestModels.SumAndProduct());
        var results = session.Run(new OnnxTensor(new float[] { 1, 2, 3, 4 }, 4), new OnnxTensor(new float[] { 5, 6, 7, 8 }, 4));
        Assert.Equal([6f, 8f, 10f, 12f], results[0].Span.ToArray());
        Assert.Equal([5f, 12f, 21f, 32f], results[1].Span.ToArray());
    }

    [Fact]
    public void RunInto_SlicesOfOneBuffer_WritesOnlyTheSlices()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var block = Enumerable.Repeat(-1f, 10).ToArray();
        (block[1], block[2]) = (1, 2);
        for (var again = 0; again < 3; again++)
            session.RunInto([new OnnxTensor(block.AsMemory(1, 2), 1, 2)], [new OnnxTensor(block.AsMemory(5), 1, 3)]);
        Assert.Equal([-1f, 1, 2, -1, -1, 19, 32, 45, -1, -1], block);
    }

    [Fact]
    public void RunInto_OutputOfAnotherSize_SaysSoAndWritesNothing()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var target = new float[6];
        var error = Assert.Throws<OnnxException>(() => session.RunInto([OnnxTensor.Zeros(1, 2)], [new OnnxTensor(target, 2, 3)]));
        Assert.StartsWith("The model cannot be run on these tensors.", error.Message, StringComparison.Ordinal);
        Assert.All(target, v => Assert.Equal(0, v));
    }

    [Fact]
    public void Run_WrongShape_NamesTheInputAndBothShapes()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var error = Assert.Throws<OnnxException>(() => session.Run(OnnxTensor.Zeros(1, 5)));
        Assert.Equal("The input \"x\" has the shape [?, 2], got [1, 5]. Give a tensor of that shape.", error.Message);
    }

    [Fact]
    public void Run_TooFewInputs_NamesThem()
    {
        using var session = TestModels.Open(TestModels.SumAndProduct());
        var error = Assert.Throws<OnnxException>(() => session.Run(OnnxTensor.Zeros(4)));
        Assert.Equal("The model has 2 inputs, got 1. Give one tensor for each of: a, b.", error.Message);
    }

    [Fact]
    public void Run_IntegerInput_AsksForFloats()
    {
        var model = new TinyOnnx().Input("n", [1], TinyOnnx.Int64).Output("m", [1], TinyOnnx.Int64).Node("Abs", ["n"], "m");
        using var session = TestModels.Open(model);
        Assert.Equal(OnnxElementType.Int64, session.Inputs[0].ElementType);
        var error = Assert.Throws<OnnxException>(() => session.Run(OnnxTensor.Zeros(1)));
        Assert.Contains("float32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ManyTimes_DoesNotGrowTheProcess()
    {
        using var session = TestModels.Open(TestModels.Affine());
        OnnxTensor x = OnnxTensor.Zeros(64, 2), y = OnnxTensor.Zeros(64, 3);
        for (var i = 0; i < 2000; i++) session.RunInto([x], [y]);
        var before = Environment.WorkingSet;
        for (var i = 0; i < 20_000; i++) session.RunInto([x], [y]);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 16 << 20);
    }
}
