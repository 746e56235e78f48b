using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Cli.Personal;

/// <summary>Whose face it is.</summary>
internal static class ListenerOption
{
    /// <summary>The listener a command is about; the default one when none is named.</summary>
    public static Option<string> Of() => new("--listener")
    {
        HelpName = "ID",
        Description = "The listener, picked by hand and never recognised.",
        DefaultValueFactory = _ => Listener.DefaultId,
    };

    /// <summary>A listener that must exist.</summary>
    /// <exception cref="CliException">There is none of that id.</exception>
    public static async Task<Listener> FindAsync(IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IListenerStore>();
        if (await store.FindAsync(id, cancellationToken) is { } found) return found;
        var all = await store.ListAsync(cancellationToken);
        throw new CliException($"there is no listener '{id}'. There are: {string.Join(", ", all.Select(l => l.Id))}.");
    }
}
