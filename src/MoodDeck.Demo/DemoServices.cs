using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio;

namespace MoodDeck.Demo;

/// <summary>Registers the demo library.</summary>
public static class DemoServices
{
    /// <summary>Adds <see cref="DemoLibrary"/> and the audio services it needs.</summary>
    public static IServiceCollection AddMoodDeckDemo(this IServiceCollection services)
    {
        services.AddMoodDeckAudio();
        services.TryAddSingleton<DemoLibrary>();
        return services;
    }
}
