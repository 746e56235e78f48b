using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Radio;
using MoodDeck.Recommend;

namespace MoodDeck.Cli.Recommend;

/// <summary>What a radio starts from.</summary>
internal sealed class RadioOptions
{
    private readonly Option<string?> _track = new("--radio-track") { HelpName = "ID", Description = "A radio from this track: its mood, its genre, artists near its own." };
    private readonly Option<string?> _artist = new("--radio-artist") { HelpName = "NAME", Description = "A radio from this artist." };
    private readonly Option<int?> _group = ValueParsers.Option<int?>(
        "--radio-group", "N", "A radio from one of the library's mood groups, see library moods.", s => ValueParsers.WholeNumber("--radio-group", 1, int.MaxValue)(s));

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_track, _artist, _group]) command.Add(option);
    }

    /// <summary>The request tuned to the radio, or as it is without one.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="services">The library.</param>
    /// <param name="request">What is wanted otherwise.</param>
    /// <param name="listenerId">Who listens; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<RecommendationRequest> TuneAsync(ParseResult parsed, IServiceProvider services, RecommendationRequest request, string? listenerId, CancellationToken cancel)
    {
        var wish = new RadioWish(parsed.GetValue(_track), parsed.GetValue(_artist), parsed.GetValue(_group));
        var given = new object?[] { wish.Track, wish.Artist, wish.Group }.Count(o => o is not null);
        if (given == 0) return request;
        if (given > 1) throw CliException.Usage("a radio starts from one thing. Give one of --radio-track, --radio-artist and --radio-group.");
        if (request.Target is not null || request.From is not null) throw CliException.Usage("a radio brings its own mood. Leave out --mood, --vad, --from and --image.");
        return await services.GetRequiredService<RadioStation>().TuneAsync(wish, request, listenerId, cancel) ?? throw new CliException(
            wish.Track is { } track ? $"the catalogue has no track '{track}'. Find its id with: mooddeck library show WORDS"
            : wish.Artist is { } artist ? $"the catalogue has no artist '{artist}'. Look for tracks with: mooddeck library list --query WORDS"
            : $"there is no mood group {wish.Group}. See: mooddeck library moods");
    }
}
