using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Audio.Listening;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;
using MoodDeck.Library.Import;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Tests;

/// <summary>A data folder in a temporary place, with everything registered on it; both go with the test.</summary>
internal sealed class TestLibrary : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    /// <summary>Opens a data folder with a copy of a database that was made once, or with a fresh one.</summary>
    /// <param name="fresh">Without the copy.</param>
    /// <param name="time">The clock; the machine's for null.</param>
    public TestLibrary(bool fresh = false, TimeProvider? time = null)
    {
        Data = DataFolder.Open(_folder.At("data"));
        Connection = TestEngine.Make(Data, fresh);
        _services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddMoodDeckLibrary(Data, Connection).BuildServiceProvider();
    }

    public DataFolder Data { get; }

    /// <summary>How its database is connected to.</summary>
    public string Connection { get; }

    public LibraryDatabase Database => Get<LibraryDatabase>();

    public ICatalogue Catalogue => Get<ICatalogue>();

    public ITableImporter Importer => Get<ITableImporter>();

    public ILibraryExporter Exporter => Get<ILibraryExporter>();

    public IFolderScanner Scanner => Get<IFolderScanner>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A path in the temporary folder.</summary>
    public string At(params string[] parts) => _folder.At(parts);

    /// <summary>Writes a file into the temporary folder and returns its path.</summary>
    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>Imports a table with this content.</summary>
    public Task<ImportReport> ImportAsync(string name, string content) => Importer.ImportAsync(Write(name, content));

    /// <summary>All tracks of a source.</summary>
    public async Task<List<Track>> TracksAsync(TrackSource? source = null)
    {
        var tracks = new List<Track>();
        await foreach (var track in Catalogue.StreamAsync(source)) tracks.Add(track);
        return tracks;
    }

    /// <summary>Stores that tracks were listened to, and that all of them sound alike.</summary>
    public Task HearAsync(IEnumerable<string> ids, double tempo) => Database.WriteAsync(
        (connection, transaction) =>
        {
            var features = new TrackFeatures
            {
                ListenedSeconds = 90, LoudnessDb = -18, LoudnessSpreadDb = 4, CentroidHertz = 1500, Flux = .2, OnsetsPerSecond = 3, TempoBpm = tempo, TempoClarity = .6,
                Tonic = 0, IsMajor = true, Majorness = .2, KeyClarity = .7, Chroma = new double[12], Descriptors = [],
            };
            foreach (var id in ids) SqlTrackSounds.Save(connection, transaction, id, new(features, null, new("mp3", null, 44100, 2, null, 0, 1)), isSameSound: false);
            return true;
        },
        CancellationToken.None);

    public void Dispose()
    {
        _services.Dispose();
        TestEngine.Remove(Connection);
        _folder.Dispose();
    }
}

/// <summary>A temporary folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("mooddeck-test-").FullName;

    public string At(params string[] parts) => Path.Combine([_path, .. parts]);

    public string Write(string name, string content)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
