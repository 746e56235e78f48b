using System.Text;
using System.Xml.Linq;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Comparisons;

/// <summary>Where a comparison was measured.</summary>
/// <param name="Command">What was typed.</param>
/// <param name="Processor">The processor's name.</param>
/// <param name="Cores">How many of its cores there are.</param>
public sealed record ComparisonOrigin(string Command, string Processor, int Cores);

/// <summary>Where a comparison was written.</summary>
/// <param name="PagePath">The Markdown page.</param>
/// <param name="PlotPaths">Its drawings: by time, multiply-accumulates and parameters.</param>
public sealed record ComparisonFiles(string PagePath, IReadOnlyList<string> PlotPaths)
{
    private const string ImageFolder = "images";

    /// <summary>Writes the page and, in the folder <c>images</c> beside it, its drawings.</summary>
    /// <param name="report">What is shown.</param>
    /// <param name="origin">Where it was measured.</param>
    /// <param name="path">The page; its folder is made where it is missing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static ComparisonFiles Save(ComparisonReport report, ComparisonOrigin origin, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(origin);
        var stem = Path.GetFileNameWithoutExtension(path);
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, ImageFolder);
        (string Name, XElement Plot)[] plots =
        [
            ($"{stem}-time.svg", ComparisonPlots.Time(report)),
            ($"{stem}-macs.svg", ComparisonPlots.Cost(report, "multiply-accumulates of a face", a => a.Macs)),
            ($"{stem}-parameters.svg", ComparisonPlots.Cost(report, "learned numbers", a => a.Parameters)),
        ];
        Directory.CreateDirectory(folder);
        foreach (var (name, plot) in plots) Write(Path.Combine(folder, name), SvgFile.Of(plot));
        Write(path, ComparisonPage.Of(report, origin, [.. plots.Select(p => $"{ImageFolder}/{p.Name}")]));
        return new(path, [.. plots.Select(p => Path.Combine(folder, p.Name))]);
    }

    private static void Write(string path, string text)
    {
        var unfinished = $"{Path.GetFullPath(path)}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
