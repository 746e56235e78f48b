using System.Text.Json;
using MoodDeck.Library;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing.Devices;

/// <summary>The list of paired devices as it lies in the data folder.</summary>
internal sealed class DeviceFile(LanFolder folder)
{
    private static readonly JsonSerializerOptions Indented = new(MoodDeckJson.Options) { WriteIndented = true };

    /// <summary>Changes whenever the file does.</summary>
    public (DateTime WrittenAt, long Bytes) Stamp()
    {
        FileInfo file = new(folder.DevicesPath);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    /// <summary>Reads it; without a file there is no device.</summary>
    /// <exception cref="LibraryException">It is damaged or cannot be read. Nobody is let in then.</exception>
    public IReadOnlyList<Device> Read()
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(folder.DevicesPath), MoodDeckJson.Options);
            return content is { Devices: { } devices } && devices.All(IsWhole) ? devices : throw new JsonException();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The list of paired devices {folder.DevicesPath} cannot be read. Restore it, or remove it and pair every device anew.", e);
        }
    }

    /// <summary>Replaces it.</summary>
    public void Write(IReadOnlyList<Device> devices) =>
        OwnerFile.Write(folder.DevicesPath, JsonSerializer.SerializeToUtf8Bytes(new Content(1, devices), Indented));

    private static bool IsWhole(Device? device) => device is { Id.Length: > 0, Name: not null, KeyHash: not null };

    private sealed record Content(int Version, IReadOnlyList<Device>? Devices);
}
