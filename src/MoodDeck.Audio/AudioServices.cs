using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Spectrograms;
using MoodDeck.Audio.Tagging;
using MoodDeck.Audio.Transcoding;

namespace MoodDeck.Audio;

/// <summary>Registers the audio services.</summary>
public static class AudioServices
{
    /// <summary>
    /// Adds <see cref="AudioProbe"/>, <see cref="AudioDecoder"/>, <see cref="CoverReader"/>, <see cref="AudioEncoder"/>, <see cref="Transcoder"/>,
    /// <see cref="SpectrogramReader"/>, <see cref="MoodTagWriter"/>, <see cref="TrackMeasurer"/> and <see cref="TrackListener"/> with its
    /// mood model, all as singletons.
    /// </summary>
    public static IServiceCollection AddMoodDeckAudio(this IServiceCollection services, AudioToolOptions? options = null)
    {
        services.TryAddSingleton(options ?? new AudioToolOptions());
        services.TryAddSingleton<AudioProbe>();
        services.TryAddSingleton<AudioDecoder>();
        services.TryAddSingleton<CoverReader>();
        services.TryAddSingleton<AudioEncoder>();
        services.TryAddSingleton(_ => TrackMoodModel.OpenOwn());
        services.TryAddSingleton(new TranscodingOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Transcoder>();
        services.TryAddSingleton<SpectrogramReader>();
        services.TryAddSingleton<MoodTagWriter>();
        services.TryAddSingleton<TrackListener>();
        services.TryAddSingleton<TrackMeasurer>();
        return services;
    }
}
