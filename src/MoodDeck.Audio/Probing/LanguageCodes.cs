using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Probing;

/// <summary>Turns the language codes found in tags into ISO 639-1.</summary>
internal static class LanguageCodes
{
    // ISO 639-2, both the terminological and the bibliographic code where they differ, of the languages songs are tagged with.
    private const string Table =
        "ara ar ben bn bul bg cat ca ces cs cze cs zho zh chi zh cmn zh yue zh hrv hr dan da nld nl dut nl eng en est et " +
        "fin fi fra fr fre fr deu de ger de ell el gre el heb he hin hi hun hu isl is ice is ind id gle ga ita it jpn ja " +
        "kor ko lav lv lit lt mkd mk mac mk msa ms may ms mal ml mar mr mon mn nor no nob no nno no fas fa per fa pol pl " +
        "por pt pan pa ron ro rum ro rus ru srp sr slk sk slo sk slv sl spa es swa sw swe sv tam ta tel te tha th tur tr " +
        "ukr uk urd ur vie vi cym cy wel cy zul zu xho xh afr af amh am hye hy arm hy eus eu baq eu kat ka geo ka glg gl " +
        "guj gu hau ha kan kn kaz kk lat la nep ne ori or sqi sq alb sq som so tgl tl fil tl yor yo ibo ig yid yi jav jv";

    private static readonly Dictionary<string, string> s_twoLetter = Table.Split(' ').Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 639-1 or <c>zxx</c>, from a code or an English name; null for what says nothing or is not known.</summary>
    public static string? Normalise(string? tag)
    {
        // Tags may hold "en-GB", "eng/fra" or "eng;fra"; the first language is the one sung most.
        var first = tag?.Trim().Split(['-', '_', '/', ';', ',', '\0', ' '], 2)[0];
        if (string.IsNullOrEmpty(first)) return null;
        if (s_twoLetter.TryGetValue(first, out var known)) return known;
        return MusicLanguages.TryParse(first, out var code) ? code : null;
    }
}
