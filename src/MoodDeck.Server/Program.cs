using MoodDeck.Server;

// `mooddeck serve` hosts the same server; this is the way in for a debugger: [URLS [DATA FOLDER]].
await using var app = DeckServer.Build(new ServerOptions
{
    Urls = args.ElementAtOrDefault(0) ?? ServerOptions.DefaultUrls,
    DataFolder = args.ElementAtOrDefault(1),
});
await app.RunAsync();
