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
        xml.MoveToContent();
        return xml.LocalName switch
        {
            "playlist" => new XspfTable(path, name),
            "plist" => new PropertyListTable(path),
            var root => throw new LibraryException($"{path} is XML of the kind '{root}'; of XML, playlists (XSPF) and iTunes libraries are read."),
        };
    }

    /// <summary>A reader from the start of the file, unzipped when it is gzip.</summary>
    public static XmlReader Reader(string path) => XmlReader.Create(TableText.OpenBytes(path), Settings);
}
