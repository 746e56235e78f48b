namespace MoodDeck.Onnx.Tests;

public sealed class OnnxRuntimeTests
{
    [Fact]
    public void Default_LibraryBesideTheAssembly_TellsItsVersion()
    {
        Assert.True(Version.TryParse(OnnxRuntime.Default.Version, out var version));
        Assert.True(version >= new Version(1, 16));
        Assert.True(File.Exists(OnnxRuntime.Default.LibraryPath));
    }

    [Fact]
    public void Load_MissingLibrary_SaysHowToGetIt()
    {
        var error = Assert.Throws<OnnxException>(() => OnnxRuntime.Load("/nowhere/libonnxruntime.so"));
        Assert.StartsWith("ONNX Runtime is missing: there is no file /nowhere/libonnxruntime.so.", error.Message, StringComparison.Ordinal);
        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
        Assert.Contains(OnnxRuntime.LibraryVariable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotALibrary_SaysSo()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a library");
            Assert.Contains("cannot be loaded as ONNX Runtime", Assert.Throws<OnnxException>(() => OnnxRuntime.Load(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Load_AnotherLibrary_SaysItIsNotOnnxRuntime()
    {
        var path = new[] { "/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6" }.FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, "There is no libm where Debian has it.");
        Assert.Contains("is not ONNX Runtime", Assert.Throws<OnnxException>(() => OnnxRuntime.Load(path)).Message, StringComparison.Ordinal);
    }
}
