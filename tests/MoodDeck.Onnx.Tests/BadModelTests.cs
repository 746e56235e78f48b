namespace MoodDeck.Onnx.Tests;

public sealed class BadModelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-onnx-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_NoSuchFile_NamesThePath()
    {
        var path = Path.Combine(_folder.FullName, "none.onnx");
        var error = Assert.Throws<OnnxException>(() => OnnxRuntime.Default.Open(path));
        Assert.Equal($"There is no model file {path}. Check the path.", error.Message);
    }

    [Fact]
    public void Open_EmptyFile_SaysItIsEmpty()
    {
        var path = Write("empty.onnx", []);
        Assert.Equal($"The model file {path} is empty. Fetch or train it again.", Assert.Throws<OnnxException>(() => OnnxRuntime.Default.Open(path)).Message);
    }

    [Fact]
    public void Open_TextFile_SaysItIsNoModel()
    {
        var path = Write("text.onnx", "This is a text, not a model.\n"u8.ToArray());
        Assert.StartsWith($"{path} is not an ONNX model that can be run.", Assert.Throws<OnnxException>(() => OnnxRuntime.Default.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HalfAModel_SaysItIsNoModel()
    {
        var whole = TestModels.Affine().ToArray();
        var path = Write("half.onnx", whole[..(whole.Length / 2)]);
        var error = Assert.Throws<OnnxException>(() => OnnxRuntime.Default.Open(path));
        Assert.Contains("Give a whole .onnx file.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Open_UnknownOperator_SaysWhichOne()
    {
        var model = new TinyOnnx().Input("x", [1]).Output("y", [1]).Node("Guess", ["x"], "y");
        Assert.Contains("Guess", Assert.Throws<OnnxException>(() => TestModels.Open(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EmptyMemory_SaysItIsEmpty() => Assert.Throws<OnnxException>(() => OnnxRuntime.Default.Open(ReadOnlySpan<byte>.Empty));

    [Fact]
    public void Open_File_RunsLikeFromMemory()
    {
        using var session = OnnxRuntime.Default.Open(TestModels.Affine().Save(Path.Combine(_folder.FullName, "müde Freude.onnx")));
        Assert.Equal([10f, 20f, 30f], session.Run(OnnxTensor.Zeros(1, 2))[0].Span.ToArray());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
