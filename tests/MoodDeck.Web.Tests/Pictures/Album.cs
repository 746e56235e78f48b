using System.Diagnostics;

namespace MoodDeck.Web.Tests.Pictures;

/// <summary>The folder the pictures are put in, and the server they are taken of; started with the first picture.</summary>
public sealed class Album : IAsyncDisposable
{
    /// <summary>Names the folder; set by <c>docs/images/renew.sh</c>.</summary>
    public const string FolderVariable = "MOODDECK_PICTURES";

    /// <summary>Names a ZIP of labelled faces, from which the picture of a training is made; it is left as it is without.</summary>
    public const string FacesVariable = "MOODDECK_FACES";

    private Deck? _deck;

    /// <summary>A server with the demo library and four weeks of history.</summary>
    public async Task<Deck> DeckAsync()
    {
        if (_deck is not null) return _deck;
        _deck = await Deck.StartWithDemoAsync();
        await _deck.LiveFourWeeksAsync();
        return _deck;
    }

    /// <summary>Looks at the page as it settles, and keeps the picture.</summary>
    public async Task TakeAsync(Visit visit, string name)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 }, "Pictures are taken with docs/images/renew.sh.");
        // A mouse left on a card would lift it.
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.Page.WaitForTimeoutAsync(1500);
        var taken = await visit.Page.ScreenshotAsync();
        await ReduceAsync(taken, Path.Combine(Environment.GetEnvironmentVariable(FolderVariable)!, name + ".png"));
    }

    // 256 colours of its own: looks the same, and is a third as large.
    private static async Task ReduceAsync(byte[] png, string path)
    {
        const string OwnColours = "split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=floyd_steinberg";
        var ffmpeg = new ProcessStartInfo("ffmpeg", ["-y", "-v", "error", "-i", "-", "-vf", OwnColours, "-pred", "mixed", "-update", "1", path])
        {
            RedirectStandardInput = true,
        };
        using var run = Process.Start(ffmpeg)!;
        await using (var input = run.StandardInput.BaseStream) await input.WriteAsync(png);
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_deck is not null) await _deck.DisposeAsync();
    }
}
