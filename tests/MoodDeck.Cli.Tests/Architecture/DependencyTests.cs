using System.Xml.Linq;

namespace MoodDeck.Cli.Tests.Architecture;

/// <summary>Dependencies point downward only: each project may use what stands here and nothing else of ours.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> s_mayUse = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Onnx"] = [],
        ["Vision"] = ["Core", "Onnx"],
        ["Audio"] = ["Core", "Onnx"],
        ["Recommend"] = ["Core"],
        ["Library"] = ["Core", "Audio", "Recommend"],
        ["Demo"] = ["Core", "Audio", "Vision"],
        ["Training"] = ["Core", "Onnx", "Vision", "Audio"],
        ["Server"] = ["Core", "Onnx", "Vision", "Audio", "Recommend", "Library", "Demo"],
        ["Cli"] = ["Core", "Onnx", "Vision", "Audio", "Recommend", "Library", "Demo", "Training", "Server"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfProject_PointDownward(string project)
    {
        var name = project["MoodDeck.".Length..];
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var used = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["MoodDeck.".Length..]);

        Assert.True(s_mayUse.ContainsKey(name), $"{project} is new: say here what it may use.");
        Assert.Empty(used.Except(s_mayUse[name]));
    }
}
