using System.Xml;

namespace MoodDeck.Library.Import;

/// <summary>Tells what kind of table an XML file is, and reads XML without harm.</summary>
internal static class XmlTables
{
    // A document type is passed over, not obeyed: nothing is fetched or expanded.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
        CheckCharacters = false, CloseInput = true,
    };

    /// <summary>Opens a playlist or an iTunes library.</summary>
    public static ITable Open(string path, string name)
    {
        using var xml = Reader(path);
        try
        {
            xml.MoveToContent();
        }
        catch (XmlException e)
        {
            throw Broken(path, e);
        }

        return xml.LocalName switch
        {
            "playlist" => new XspfTable(path, name),
            "plist" => new PropertyListTable(path),
            var root => throw new LibraryException($"{path} is XML of the kind '{root}'; of XML, playlists (XSPF) and iTunes libraries are read."),
        };
    }

    /// <summary>A reader from the start of the file, unzipped when it is gzip.</summary>
    public static XmlReader Reader(string path) => XmlReader.Create(TableText.OpenBytes(path), Settings);

    /// <summary>Goes to the next node; false at the end.</summary>
    /// <exception cref="LibraryException">The file is broken there.</exception>
    public static bool Advance(XmlReader xml, string path)
    {
        try
        {
            return xml.Read();
        }
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException)
        {
            throw Broken(path, e);
        }
    }

    /// <summary>What to throw for a file that is not whole XML.</summary>
    public static LibraryException Broken(string path, Exception e) =>
        new($"{path} is not whole XML: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Export it again.", e);
}
