using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MoodDeck.Vision.Faces.Haar;

/// <summary>
/// Reads a cascade as OpenCV 2.4 to 4 writes it: XML with <c>opencv_storage/cascade</c>. Nothing in the file is trusted: no
/// document type, no entities, every number and index in its range.
/// </summary>
internal sealed class HaarCascadeReader
{
    private const long MostBytes = 32L << 20; // the largest that OpenCV ships has 2.7 million
    private const int LeastWindow = 4;
    private const int MostWindow = 256; // beyond it the sum of squares of a window would not fit 32 bits
    private const int MostStages = 1000;
    private const int MostItems = 200_000;
    private const int MostParts = 3;
    private const int NumbersOfNode = 4;

    // OpenCV lowers each stage's threshold by this, so that rounding does not lose a window that was just let through.
    private const float ThresholdSlack = 1e-5f;

    private readonly string _path;

    private HaarCascadeReader(string path) => _path = path;

    /// <summary>Reads a file.</summary>
    /// <exception cref="VisionModelException">It is missing or no cascade of Haar-like features; the message says why.</exception>
    public static HaarCascade Read(string path)
    {
        var reader = new HaarCascadeReader(path);
        if (!File.Exists(path)) throw new VisionModelException($"There is no cascade {path}. Check the path.");
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MostBytes) throw reader.Refuse($"it has {file.Length >> 20} MB, more than any cascade needs");
            return reader.Read(file);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            throw reader.Refuse($"it cannot be read as XML: {e.Message.TrimEnd('.')}", e);
        }
    }

    private HaarCascade Read(Stream file)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes };
        using var xml = XmlReader.Create(file, settings);
        var root = XDocument.Load(xml).Root!;
        if (root.Elements().Any(e => (string?)e.Attribute("type_id") == "opencv-haar-classifier"))
            throw Refuse("it is in the layout of OpenCV 1. Take the file of the same name from OpenCV 2.4 or newer");
        var cascade = root.Name.LocalName == "opencv_storage" ? root.Element("cascade") : null;
        if (cascade is null) throw Refuse("it holds no <opencv_storage> with a <cascade>");
        var kind = Required(cascade, "featureType").Value.Trim();
        if (kind != "HAAR") throw Refuse($"its features are {Shown(kind)}, not HAAR");
        var (width, height) = (Whole(cascade, "width", LeastWindow, MostWindow), Whole(cascade, "height", LeastWindow, MostWindow));
        var features = Items(cascade, "features", MostItems).Select(f => Feature(f, width, height)).ToArray();
        var stages = Items(cascade, "stages", MostStages).Select(s => Stage(s, features.Length)).ToArray();
        return new(width, height, stages, features);
    }

    private HaarStage Stage(XElement stage, int features) => new(
        One(Required(stage, "stageThreshold")) - ThresholdSlack,
        [.. Items(stage, "weakClassifiers", MostItems).Select(t => Tree(t, features))]);

    private HaarTree Tree(XElement tree, int features)
    {
        var numbers = Numbers(Required(tree, "internalNodes"));
        var leaves = Numbers(Required(tree, "leafValues"));
        if (numbers.Length == 0 || numbers.Length % NumbersOfNode != 0) throw Refuse($"a tree has {numbers.Length} numbers in its nodes, expected four a node");
        var nodes = new HaarNode[numbers.Length / NumbersOfNode];
        for (var i = 0; i < nodes.Length; i++)
        {
            var n = numbers.AsSpan(i * NumbersOfNode, NumbersOfNode);
            // A child comes after its parent, or a walk might never end.
            nodes[i] = new(Child(n[0], i, nodes.Length, leaves.Length), Child(n[1], i, nodes.Length, leaves.Length), Index(n[2], 0, features - 1, "a feature"), n[3]);
        }

        return new(nodes, leaves);
    }

    private int Child(float number, int parent, int nodes, int leaves) =>
        number > 0 ? Index(number, parent + 1, nodes - 1, "a node") : -Index(-number, 0, leaves - 1, "a leaf");

    private HaarFeature Feature(XElement feature, int width, int height)
    {
        var isTilted = feature.Element("tilted") is { } tilted && One(tilted) != 0;
        var parts = Items(feature, "rects", MostParts).Select(r => Part(Numbers(r), isTilted, width, height)).ToArray();
        return new(isTilted, parts);
    }

    private HaarPart Part(float[] n, bool isTilted, int width, int height)
    {
        if (n.Length != 5) throw Refuse($"a rectangle has {n.Length} numbers, expected five");
        var (x, y) = (Index(n[0], 0, width, "a rectangle's left"), Index(n[1], 0, height, "a rectangle's top"));
        var (w, h) = (Index(n[2], 1, width, "a rectangle's width"), Index(n[3], 1, height, "a rectangle's height"));
        var inside = isTilted ? x - h >= 0 && x + w <= width && y + w + h <= height : x + w <= width && y + h <= height;
        return inside ? new(x, y, w, h, n[4]) : throw Refuse("a rectangle reaches beyond the window");
    }

    private XElement[] Items(XElement parent, string name, int most)
    {
        XElement[] items = [.. Required(parent, name).Elements("_")];
        return items.Length is var n && n > 0 && n <= most ? items : throw Refuse(FormattableString.Invariant($"<{name}> has {n} entries, expected 1 to {most}"));
    }

    private XElement Required(XElement parent, string name) => parent.Element(name) ?? throw Refuse($"<{name}> is missing in <{parent.Name.LocalName}>");

    private int Whole(XElement parent, string name, int least, int most) => Index(One(Required(parent, name)), least, most, $"<{name}>");

    private int Index(float number, int least, int most, string what) => number >= least && number <= most && number == MathF.Floor(number)
        ? (int)number
        : throw Refuse(FormattableString.Invariant($"{what} is {number}, expected {least} to {most}"));

    private float One(XElement element) => Numbers(element) is [var number] ? number : throw Refuse($"<{element.Name.LocalName}> is not one number");

    private float[] Numbers(XElement element)
    {
        var words = element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select(word => float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? number
            : throw Refuse($"<{element.Name.LocalName}> holds {Shown(word)}, expected numbers"))];
    }

    private static string Shown(string text) => $"\"{(text.Length <= 20 ? text : text[..20] + "…")}\"";

    private VisionModelException Refuse(string reason, Exception? cause = null)
    {
        var message = $"The cascade {_path} cannot be used: {reason}.";
        return cause is null ? new(message) : new(message, cause);
    }
}
