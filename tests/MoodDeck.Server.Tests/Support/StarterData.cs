using Microsoft.Data.Sqlite;
using MoodDeck.Library;
using MoodDeck.Library.Storage;

[assembly: AssemblyFixture(typeof(MoodDeck.Server.Tests.Support.StarterData))]

namespace MoodDeck.Server.Tests.Support;

/// <summary>A fresh data folder, made once and copied for every server: taking the starter catalogue in takes a while.</summary>
public sealed class StarterData : IDisposable
{
    private static readonly Lazy<TempFolder> Made = new(Make);

    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Made.Value.At("data"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    public void Dispose()
    {
        if (Made.IsValueCreated) Made.Value.Dispose();
    }

    private static TempFolder Make()
    {
        var folder = new TempFolder();
        LibraryDatabase.Open(DataFolder.Open(folder.At("data")), TimeProvider.System);
        // Closes the file, and with it folds the write-ahead log in.
        SqliteConnection.ClearAllPools();
        return folder;
    }
}
