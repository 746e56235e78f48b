using System.Text;
using System.Xml.Linq;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Groups;
using MoodDeck.Recommend.Groups;
using MoodDeck.Server.Contracts;
using MoodDeck.Training.Reports.Pages;

namespace MoodDeck.Cli.Library;

/// <summary>The mood groups as a page that needs nothing else: the map, and what is in each group.</summary>
internal static class MoodMapReport
{
    /// <summary>Writes it, as a whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, GroupedLibrary library, MoodGroupsAnswer answer)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var page = Encoding.UTF8.GetBytes(Of(library, answer));
        await WholeFile.WriteAsync(path, async stream =>
        {
            await stream.WriteAsync(page);
            return page.Length;
        });
    }

    private static string Of(GroupedLibrary library, MoodGroupsAnswer answer) => ReportPage.Of(
        "Moods of the library", PageStyle.Css + MoodMap.Style,
        new XElement("header", new XElement("h1", "Moods of the library"), Html.Paragraph(Summary(answer), "lead")),
        answer.Groups.Count == 0 ? null : new XElement("main",
            Html.Section("map", "The map",
                new FigureNumbers().Figure(
                    MoodMap.Draw(library, answer), "Where the tracks lie",
                    "To the right music is more pleasant, to the top more activated. Each dot is a track" + (MoodMap.Draws(library) < answer.Known ? $" ({Html.Whole(MoodMap.Draws(library))} of them, evenly taken)" : "")
                        + ", an ellipse holds about two thirds of its group. Groups that overlap here sound differently.")),
            Html.Section("groups", "The groups", answer.Groups.Select(Group))));

    private static string Summary(MoodGroupsAnswer answer) => answer.Groups.Count == 0
        ? "The mood of no track is known yet."
        : FormattableString.Invariant($"{Html.Whole(answer.Known)} tracks of known mood in {answer.Groups.Count} groups; mean silhouette {answer.Silhouette:0.00}, where 1 would be groups far apart and 0 none at all.");

    private static object?[] Group(MoodGroupAnswer group) =>
    [
        new XElement("h3", $"{group.Number}. {group.Name}"),
        Html.Paragraph(FormattableString.Invariant(
            $"{Html.Whole(group.Size)} tracks, {Html.Whole(group.Playable)} of which play here. Valence {group.Centre.Valence:0.00} ± {group.Spread.Valence:0.00}, arousal {group.Centre.Arousal:0.00} ± {group.Spread.Arousal:0.00}.")),
        group.Sound is { } sound ? Html.Paragraph(Sound(sound)) : null,
        Names("Mostly ", group.Genres),
        Names("By ", group.Artists),
        Html.Table($"Nearest to the centre of {group.Name}", ["title", "artist", "valence", "arousal"], group.Tracks.Select(t => (string[])
            [Html.Short(t.Title), Html.Short(t.Artist ?? ""), FormattableString.Invariant($"{t.Valence:0.00}"), FormattableString.Invariant($"{t.Arousal:0.00}")]), 2),
    ];

    private static string Sound(GroupSoundAnswer sound) => FormattableString.Invariant(
        $"{(sound.TempoBpm is { } bpm ? FormattableString.Invariant($"{bpm:0} beats a minute, ") : "")}{sound.OnsetsPerSecond:0.0} note beginnings a second, brightness {sound.CentroidHertz:0} Hz, loudness ± {sound.LoudnessSpreadDb:0.0} dB, majorness {sound.Majorness:0.00}.");

    // A name written from right to left keeps its number behind it.
    private static XElement? Names(string lead, IReadOnlyList<GroupShare> shares) => shares.Count == 0 ? null : new(
        "p", lead, shares.Select((s, i) => (object[])[i == 0 ? "" : ", ", new XElement("bdi", Html.Short(s.Name)), $" ({Html.Whole(s.Tracks)})"]), ".");
}
