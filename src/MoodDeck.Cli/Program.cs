using System.CommandLine;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.Bench;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Demo;
using MoodDeck.Cli.Devices;
using MoodDeck.Cli.Doctor;
using MoodDeck.Cli.Evaluate;
using MoodDeck.Cli.Journal;
using MoodDeck.Cli.Library;
using MoodDeck.Cli.Listeners;
using MoodDeck.Cli.Personal;
using MoodDeck.Cli.Playlists;
using MoodDeck.Cli.Recommend;
using MoodDeck.Cli.Serve;
using MoodDeck.Cli.Taste;
using MoodDeck.Cli.Train;
using MoodDeck.Cli.Work;

return await CliApp.RunAsync(
    new RootCommand("MoodDeck reads how you feel and plays music that meets you there.")
    {
        ServeCommand.Create(),
        WorkerCommand.Create(),
        AnalyzeCommand.Create(),
        CorrectCommand.Create(),
        NeutralCommand.Create(),
        RecommendCommand.Create(),
        TasteCommand.Create(),
        LibraryCommand.Create(),
        PlaylistsCommand.Create(),
        JournalCommand.Create(),
        ListenersCommand.Create(),
        DemoCommand.Create(),
        DevicesCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        BenchCommand.Create(),
        DoctorCommand.Create(),
        CommonOptions.Verbose,
    },
    args);
