using System.IO.Compression;
using System.Text;

namespace MoodDeck.Library.Tests.Import;

/// <summary>Whatever happened to a file, it is read or refused in one line; nothing else comes out.</summary>
public sealed class DamagedFileTests
{
    private const int Rounds = 40;

    [Theory]
    [InlineData("a.csv", "title,artist,valence,energy\n\"One, \"\"two\"\"\",Ana Quill,0.5,0.4\nThree,The Others,0.1,0.9\n")]
    [InlineData("a.tsv", "title\tartist\tvalence_z\nOne\tAna Quill\t-1.5\nThree\tThe Others\t1.2\n")]
    [InlineData("a.json", "[{\"title\":\"One\",\"artists\":[{\"name\":\"Ana Quill\"}],\"valence\":0.5},{\"track\":{\"name\":\"Three\",\"artist\":\"\\ud83c\\udfb5\"}}]")]
    [InlineData("a.jsonl", "{\"title\":\"One\",\"artist\":\"Ana Quill\"}\n{\"title\":\"Three\",\"artist\":\"B\"}\n")]
    [InlineData("a.m3u8", "#EXTM3U\n#PLAYLIST:P\n#EXTINF:12,Ana Quill - One\nfile:///a%20b.mp3\nc:\\d.mp3\nhttp://x/y\n")]
    [InlineData("a.xspf", "<?xml version=\"1.0\"?><playlist><title>P</title><trackList><track><title>One</title><location>file:///a%20b.mp3</location></track></trackList></playlist>")]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><plist><dict><key>Tracks</key><dict><key>1</key><dict><key>Name</key><string>One</string><key>Podcast</key><true/></dict></dict></dict></plist>")]
    public async Task ImportAsync_DamagedAnywhere_IsReadOrRefusedInOneLine(string name, string content)
    {
        using var library = new TestLibrary();
        var random = new Random(20);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            for (var i = random.Next(4); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = bytes[..random.Next(1, bytes.Length + 1)];
            var zipped = round % 4 == 0;
            var path = library.At(zipped ? name + ".gz" : name);
            await File.WriteAllBytesAsync(path, zipped ? Zip(bytes)[..^random.Next(12)] : bytes);
            try
            {
                await library.Importer.ImportAsync(path);
            }
            catch (LibraryException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    [Theory]
    [InlineData("a.csv", "title,")]
    [InlineData("a.json", "[{\"title\":\"")]
    public async Task ImportAsync_TextWithoutEnd_IsRefusedBeforeItFillsTheMemory(string name, string start)
    {
        using var library = new TestLibrary();
        await using (var file = File.Create(library.At(name + ".gz")))
        await using (var zip = new GZipStream(file, CompressionLevel.Fastest))
        {
            await zip.WriteAsync(Encoding.UTF8.GetBytes(start));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'a');
            for (var i = 0; i < 80; i++) await zip.WriteAsync(block);
        }

        var error = await Assert.ThrowsAsync<LibraryException>(() => library.Importer.ImportAsync(library.At(name + ".gz")));
        Assert.Contains("no end", error.Message);
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return zipped.ToArray();
    }
}
