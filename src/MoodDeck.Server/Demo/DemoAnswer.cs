namespace MoodDeck.Server.Demo;

/// <summary>How far the demo library is.</summary>
/// <param name="State"><c>absent, running, ready</c> or <c>failed</c>.</param>
/// <param name="Done">Pieces that are there.</param>
/// <param name="Total">Pieces there will be.</param>
/// <param name="Detail">What goes on, or why it failed; else null.</param>
internal sealed record DemoAnswer(string State, int Done, int Total, string? Detail)
{
    public const string Absent = "absent", Running = "running", Ready = "ready", Failed = "failed";
}
