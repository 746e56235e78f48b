using System.Text.RegularExpressions;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>
/// What a song is called, whichever table or release it comes from: <c>Río (Remastered 2009)</c> and <c>RIO - Radio Edit</c> of
/// one artist are the same song.
/// </summary>
internal static partial class SongName
{
    /// <summary>The title folded, without bracketed text, guests and what follows a dash to name a version; never empty for a title.</summary>
    public static string Title(string title) => OfFoldedTitle(FoldedText.Fold(title));

    /// <summary>The same of a title that is folded already.</summary>
    public static string OfFoldedTitle(string folded)
    {
        var bare = folded;
        if (HasBrackets(bare))
        {
            // Brackets within brackets go from the inside out.
            for (string before = ""; before != bare;) (before, bare) = (bare, Bracketed().Replace(bare, " "));
        }

        if (bare.Contains(" - ", StringComparison.Ordinal)) bare = Version().Replace(bare, "");
        if (MayHaveGuests(bare)) bare = Guests().Replace(bare, "");
        if (bare.Contains("  ", StringComparison.Ordinal)) bare = Spaces().Replace(bare, " ");
        bare = bare.Trim(' ', '-');
        return bare.Length > 0 ? bare : folded;
    }

    /// <summary>The artist folded, without guests.</summary>
    public static string Artist(string? artist)
    {
        var folded = FoldedText.FoldArtist(artist);
        var bare = HasBrackets(folded) ? Bracketed().Replace(folded, " ") : folded;
        if (MayHaveGuests(bare)) bare = Guests().Replace(bare, "");
        bare = bare.Trim();
        return bare.Length > 0 ? bare : folded;
    }

    private static bool HasBrackets(string text) => text.AsSpan().ContainsAny("([{【");

    // Far cheaper than the expression, and true of few names. Blanks of any kind are folded to this one, but for those that stay.
    private static bool MayHaveGuests(string text) => text.Contains("ft", StringComparison.Ordinal) || text.Contains("feat", StringComparison.Ordinal);

    [GeneratedRegex(@"[(\[{【][^()\[\]{}【】]*[)\]}】]")]
    private static partial Regex Bracketed();

    // Only behind a dash with blanks around it, and only with a word that names a version: "Night - Day" is a title.
    [GeneratedRegex(
        @"\s-\s(?:(?!\s-\s).)*\b(?:re-?master(?:ed|izado)?|version|edit|mix|remix|live|en vivo|ao vivo|mono|stereo|acoustic|demo|bonus|instrumental|" +
        @"karaoke|deluxe|single|from|soundtrack|sessions?|unplugged|radio|extended|original|explicit|reprise|edition|anniversary|feat|ft|with)\b.*$")]
    private static partial Regex Version();

    [GeneratedRegex(@"\s(?:feat|ft|featuring)\b\.?\s.*$")]
    private static partial Regex Guests();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
