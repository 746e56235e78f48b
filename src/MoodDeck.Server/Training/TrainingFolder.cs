namespace MoodDeck.Server.Training;

/// <summary>Where the files of one training are.</summary>
internal sealed record TrainingFolder(string Path)
{
    /// <summary>The server's own record; a folder without it is an upload that never ended.</summary>
    public string Record => In("training.json");

    /// <summary>The uploaded pictures.</summary>
    public string Data => In("data.zip");

    /// <summary>The run folder of the trainer.</summary>
    public string Run => In("run");

    /// <summary>How the run goes, written by the trainer.</summary>
    public string RunFile => System.IO.Path.Combine(Run, "run.json");

    /// <summary>What a run goes on from, written by the trainer.</summary>
    public string Checkpoint => System.IO.Path.Combine(Run, "checkpoint.bin");

    /// <summary>The trained model.</summary>
    public string Model => System.IO.Path.Combine(Run, "emotion.onnx");

    /// <summary>The page about the run.</summary>
    public string Report => System.IO.Path.Combine(Run, "report.html");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
