namespace MoodDeck.Library.Import;

/// <summary>A row that was skipped or taken in part.</summary>
/// <param name="Line">Line of the file, or number of the element in a JSON file, from 1.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RowProblem(int Line, string Reason);

/// <summary>How many rows something happened to.</summary>
/// <param name="Reason">What, in words that follow the row: <c>has no title</c>.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="FirstLine">The line of the first.</param>
public sealed record ReasonCount(string Reason, int Rows, int FirstLine);

/// <summary>What an import did.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">What kind of file it was read as.</param>
/// <param name="Columns">Which columns were recognised, in words.</param>
/// <param name="Scale">How the mood columns were read, in words.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks that had been imported before and differed.</param>
/// <param name="Unchanged">Rows that were already there as they are.</param>
/// <param name="Merged">Rows of a song that an earlier row or another source had brought.</param>
/// <param name="Skipped">Rows that were left out.</param>
/// <param name="Reasons">What happened to rows that were merged, skipped or taken in part, the most frequent first.</param>
/// <param name="Problems">The first of the skipped or incomplete rows, one by one.</param>
/// <param name="Playlist">What became of the playlist that the file is, in words; null when it is none.</param>
public sealed record ImportReport(
    string Path, string Kind, string Columns, string Scale, int Rows, int Added, int Updated, int Unchanged, int Merged, int Skipped,
    IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<RowProblem> Problems, string? Playlist);
