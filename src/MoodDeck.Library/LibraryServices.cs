using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Import;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library;

/// <summary>Registers the library.</summary>
public static class LibraryServices
{
    /// <summary>
    /// Adds the stores of one data folder, <see cref="IFolderScanner"/>, <see cref="IMusicFolders"/>, <see cref="ITrackSounds"/>, <see cref="IWholeFiles"/>, <see cref="ITableImporter"/>,
    /// <see cref="ILibraryExporter"/> and <see cref="QueuePlanner"/>, all as singletons, and the audio services they use.
    /// The database is opened when the first of them is asked for; ask for <see cref="LibraryDatabase"/> at start to see
    /// its errors (<see cref="LibraryException"/>) then.
    /// </summary>
    public static IServiceCollection AddMoodDeckLibrary(this IServiceCollection services, DataFolder dataFolder)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        services.AddMoodDeckAudio();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(dataFolder);
        services.AddSingleton(provider => LibraryDatabase.Open(dataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICatalogue, SqliteCatalogue>();
        services.AddSingleton<IListenerStore, SqliteListeners>();
        services.AddSingleton<IHistoryStore, SqliteHistory>();
        services.AddSingleton<IPersonalFaceStore, SqlitePersonalFaces>();
        services.AddSingleton<IMoodStore, SqliteMoods>();
        services.AddSingleton(provider => new JournalReader(provider.GetRequiredService<LibraryDatabase>()));
        services.AddSingleton(provider => new JournalExporter(provider.GetRequiredService<LibraryDatabase>()));
        services.AddSingleton<IPlaylistStore, SqlitePlaylists>();
        services.AddSingleton<ITrackMarks, SqliteTrackMarks>();
        services.AddSingleton<ITiles, Tiles>();
        services.AddSingleton<IArtworkStore, SqliteArtwork>();
        services.AddSingleton<ILyricsStore, SqliteLyrics>();
        services.AddSingleton<ITrackFileReader, TrackFileReader>();
        services.TryAddSingleton(ScanOptions.AllCores);
        services.AddSingleton<IAnalysisJobs, SqliteAnalysisJobs>();
        services.AddSingleton<TrackMoods>();
        services.AddSingleton<ITrackSounds, SqliteTrackSounds>();
        services.AddSingleton<IWholeFiles, WholeFiles>();
        services.AddSingleton<IFolderScanner, FolderScanner>();
        services.AddSingleton<IMusicFolders, SqliteMusicFolders>();
        services.AddSingleton<IScanProblems, SqliteScanProblems>();
        services.AddSingleton<ITrackFeelings, SqliteTrackFeelings>();
        services.AddSingleton<ITableImporter, TableImporter>();
        services.AddSingleton<ILibraryExporter, LibraryExporter>();
        services.AddSingleton<IMoodTagExporter, MoodTagExporter>();
        services.AddSingleton<QueuePlanner>();
        return services;
    }
}
