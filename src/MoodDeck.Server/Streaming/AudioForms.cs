using System.Globalization;
using Microsoft.Net.Http.Headers;
using MoodDeck.Audio;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Transcoding;

namespace MoodDeck.Server.Streaming;

/// <summary>How a file is sent.</summary>
/// <param name="MediaType">The type it is sent as.</param>
/// <param name="Tag">Tells this state of the file from every other.</param>
/// <param name="Plan">How it is transcoded; null when it is sent as it is.</param>
internal sealed record AudioForm(string MediaType, EntityTagHeaderValue Tag, TranscodePlan? Plan);

/// <summary>Finds out how files are to be sent, and remembers it: a page that seeks asks for the same file many times.</summary>
internal sealed class AudioForms(AudioProbe probe)
{
    // Changes when other bytes come of the same file, so that they are not stitched together.
    private const string TranscodingVersion = "wav1";

    private readonly RecentlyUsed<string, (long Bytes, DateTime Changed, AudioForm Form)> _known = new(capacity: 1000);

    /// <summary>How this file is to be sent.</summary>
    /// <exception cref="IOException">It is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public async Task<AudioForm> OfAsync(string path, CancellationToken cancellationToken)
    {
        FileInfo file = new(path);
        if (!file.Exists) throw new FileNotFoundException("The file is gone.", path);
        var (bytes, changed) = (file.Length, file.LastWriteTimeUtc);
        if (_known.TryGet(path, out var known) && (known.Bytes, known.Changed) == (bytes, changed)) return known.Form;

        AudioForm asItIs = new(AudioFormats.MediaTypeOf(path), TagOf(bytes, changed), null);
        if (BrowserAudio.IsCertain(path)) return asItIs;
        var info = await probe.ProbeAsync(path, cancellationToken);
        // Whatever keeps it from being probed, the browser may yet be able to play it; and next time all may be well.
        if (!info.IsOk) return info.Failure.Problem == AudioProblem.Missing ? throw new FileNotFoundException(info.Failure.Message, path) : asItIs;
        var form = BrowserAudio.MediaTypeOf(path, info.Value.Container, info.Value.Codec) is { } type ? asItIs with { MediaType = type }
            : TranscodePlan.Of(file, info.Value) is { } plan ? new("audio/wav", TagOf(bytes, changed, "-" + TranscodingVersion), plan)
            : asItIs;
        _known.Set(path, (bytes, changed, form));
        return form;
    }

    /// <summary>Length and time of the last change: a file that is written anew mid-stream is not stitched to its old half.</summary>
    public static EntityTagHeaderValue TagOf(long bytes, DateTime changed, string version = "") =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{bytes:x}-{changed.Ticks:x}{version}\""));
}
