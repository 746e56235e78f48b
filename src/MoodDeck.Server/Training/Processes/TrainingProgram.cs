namespace MoodDeck.Server.Training.Processes;

/// <summary>How <c>mooddeck</c> itself is started, so that a training can be a process of its own.</summary>
/// <param name="FileName">The program, such as <c>/usr/bin/dotnet</c>.</param>
/// <param name="Arguments">What comes before the command, such as the path of <c>mooddeck.dll</c>; often empty.</param>
public sealed record TrainingProgram(string FileName, IReadOnlyList<string> Arguments);
