using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Groups;
using MoodDeck.Library.Import;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Playlists.Smart;
using MoodDeck.Library.Radio;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;
using MoodDeck.Library.Taste;

namespace MoodDeck.Library;

/// <summary>Registers the library.</summary>
public static class LibraryServices
{
    /// <summary>The environment variable that names a PostgreSQL to be used in place of SQLite.</summary>
    public const string ConnectionVariable = "ConnectionStrings__MoodDeck";

    /// <summary>
    /// Adds the stores of one data folder, <see cref="IFolderScanner"/>, <see cref="IMusicFolders"/>, <see cref="ITrackSounds"/>, <see cref="IWholeFiles"/>, <see cref="ITableImporter"/>,
    /// <see cref="ILibraryExporter"/> and <see cref="QueuePlanner"/>, all as singletons, and the audio services they use.
    /// The database is opened when the first of them is asked for; ask for <see cref="LibraryDatabase"/> at start to see
    /// its errors (<see cref="LibraryException"/>) then.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="connectionString">
    /// Of PostgreSQL; blank for SQLite in the data folder. Null takes what <see cref="ConnectionVariable"/> says.
    /// </param>
    public static IServiceCollection AddMoodDeckLibrary(this IServiceCollection services, DataFolder dataFolder, string? connectionString = null)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        services.AddMoodDeckAudio();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(dataFolder);
        connectionString ??= Environment.GetEnvironmentVariable(ConnectionVariable);
        services.AddSingleton(provider => LibraryDatabase.Open(dataFolder, provider.GetRequiredService<TimeProvider>(), connectionString));
        services.AddSingleton<ICatalogue, SqlCatalogue>();
        services.AddSingleton<IListenerStore, SqlListeners>();
        services.AddSingleton<IHistoryStore, SqlHistory>();
        services.AddSingleton<IPersonalFaceStore, SqlPersonalFaces>();
        services.AddSingleton<IMoodStore, SqlMoods>();
        services.AddSingleton(provider => new JournalReader(provider.GetRequiredService<LibraryDatabase>()));
        services.AddSingleton(provider => new JournalExporter(provider.GetRequiredService<LibraryDatabase>()));
services.AddSingleton<IPlaylistStore, SqlPlaylists>();
        services.AddSingleton<ISmartPlaylists, SqlSmartPlaylists>();
        services.AddSingleton<ITrackMarks, SqlTrackMarks>();
        services.AddSingleton<ITiles, Tiles>();
        services.AddSingleton<IArtworkStore, SqlArtwork>();
        services.AddSingleton<ILyricsStore, SqlLyrics>();
        services.AddSingleton<ITrackFileReader, TrackFileReader>();
        services.TryAddSingleton(ScanOptions.AllCores);
        services.AddSingleton<IAnalysisJobs, SqlAnalysisJobs>();
        services.AddSingleton<TrackMoods>();
        services.AddSingleton<ITrackSounds, SqlTrackSounds>();
        services.AddSingleton<WholeFiles>().AddSingleton<IWholeFiles>(provider => provider.GetRequiredService<WholeFiles>());
        services.AddSingleton<IAnalysisWorker, AnalysisWorker>();
        services.AddSingleton<IFolderScanner, FolderScanner>();
        services.AddSingleton<IMusicFolders, SqlMusicFolders>();
        services.AddSingleton<IScanProblems, SqlScanProblems>();
        services.AddSingleton<ITrackFeelings, SqlTrackFeelings>();
        services.AddSingleton<ITableImporter, TableImporter>();
        services.AddSingleton<ILibraryExporter, LibraryExporter>();
        services.AddSingleton<IMoodTagExporter, MoodTagExporter>();
        services.AddSingleton<ILibraryMoods, LibraryMoods>();
        services.AddSingleton<ITasteStore, SqlTaste>();
        services.AddSingleton<FeltIndex>();
        services.AddSingleton<TasteShelf>();
        services.AddSingleton<TasteBook>();
        services.AddSingleton<QueuePlanner>();
        services.AddSingleton<RadioStation>();
        return services;
    }
}
