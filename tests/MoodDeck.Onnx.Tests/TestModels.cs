namespace MoodDeck.Onnx.Tests;

internal static class TestModels
{
    /// <summary>y = x W + b for any number of rows; W is [2, 3].</summary>
    public static TinyOnnx Affine() => new TinyOnnx()
        .Input("x", [-1, 2]).Output("y", [-1, 3])
        .Constant("w", [2, 3], 1, 2, 3, 4, 5, 6).Constant("b", [3], 10, 20, 30)
        .Node("MatMul", ["x", "w"], "xw").Node("Add", ["xw", "b"], "y");

    /// <summary>Two inputs of a fixed size, two outputs: their sum and their product.</summary>
    public static TinyOnnx SumAndProduct() => new TinyOnnx()
        .Input("a", [4]).Input("b", [4]).Output("sum", [4]).Output("product", [4])
        .Node("Add", ["a", "b"], "sum").Node("Mul", ["a", "b"], "product");

    public static IInferenceSession Open(TinyOnnx model, OnnxSessionOptions? options = null) => OnnxRuntime.Default.Open(model.ToArray(), options);
}
