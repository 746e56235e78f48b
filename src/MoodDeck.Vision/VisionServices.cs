using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Vision;

/// <summary>Registration of vision.</summary>
public static class VisionServices
{
    /// <summary>
    /// Adds <see cref="PhotoAnalyzer"/>, <see cref="ImageDecoder"/> and <see cref="VisionModels"/> as singletons. Nothing
    /// is opened yet: a missing model shows, as a <see cref="VisionModelException"/>, when a picture is to be read.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IServiceCollection AddMoodDeckVision(this IServiceCollection services, VisionOptions? options = null)
    {
        options ??= new();
        options.Validate();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => new VisionModels(options));
        services.AddSingleton(_ => new ImageDecoder(options.Limits));
        services.AddSingleton(s => new PhotoAnalyzer(s.GetRequiredService<VisionModels>(), s.GetRequiredService<ImageDecoder>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
