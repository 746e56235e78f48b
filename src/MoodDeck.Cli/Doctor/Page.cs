namespace MoodDeck.Cli.Doctor;

/// <summary>The built page that the server gives out.</summary>
internal static class Page
{
    /// <summary>Looks for it beside the program.</summary>
    public static Finding Examine()
    {
        var index = Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html");
        return File.Exists(index)
            ? Finding.Works("the page", Path.GetDirectoryName(index)!)
            : Finding.Lacks("the page", $"there is no {index}", "serve has an API but nothing to look at", "npm --prefix web ci && npm --prefix web run build, then start ./mooddeck again");
    }
}
