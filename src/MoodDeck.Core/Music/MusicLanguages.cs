namespace MoodDeck.Core.Music;

/// <summary>The languages music is sung in: ISO 639-1 codes with English names, and <c>zxx</c> for music without words.</summary>
public static class MusicLanguages
{
    /// <summary>The code of music without words (ISO 639-2 "no linguistic content").</summary>
    public const string WithoutWords = "zxx";

    private static readonly Dictionary<string, string> NameByCode = Parse();

    private static readonly Dictionary<string, string> CodeByName = NameByCode
        .ToDictionary(p => FoldedText.Fold(p.Value), p => p.Key, StringComparer.Ordinal);

    /// <summary>All codes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. NameByCode.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The English name of a code, such as <c>Spanish</c>; the code itself when it is not a known one.</summary>
    public static string NameOf(string code) => NameByCode.GetValueOrDefault(code, code);

    /// <summary>
    /// Reads a code (<c>es</c>, also as <c>es-MX</c>) or an English name (<c>Spanish</c>, <c>Mandarin</c>,
    /// <c>instrumental</c>), ignoring case; false when it is neither.
    /// </summary>
    public static bool TryParse(string? text, out string code)
    {
        var folded = FoldedText.Fold(text);
        var dash = folded.IndexOfAny(['-', '_']);
        if (dash is 2 or 3) folded = folded[..dash];
        code = folded switch
        {
            "mandarin" or "cantonese" => "zh",
            "instrumental" or "none" or "no words" => WithoutWords,
            "farsi" => "fa",
            _ => NameByCode.ContainsKey(folded) ? folded : CodeByName.GetValueOrDefault(folded, ""),
        };
        return code.Length > 0;
    }

    private static Dictionary<string, string> Parse() => Table
        .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' ', 2))
        .ToDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);

    private const string Table = """
        aa Afar|ab Abkhazian|ae Avestan|af Afrikaans|ak Akan|am Amharic|an Aragonese|ar Arabic|as Assamese|av Avaric
        ay Aymara|az Azerbaijani|ba Bashkir|be Belarusian|bg Bulgarian|bi Bislama|bm Bambara|bn Bengali|bo Tibetan
        br Breton|bs Bosnian|ca Catalan|ce Chechen|ch Chamorro|co Corsican|cr Cree|cs Czech|cu Church Slavonic|cv Chuvash
        cy Welsh|da Danish|de German|dv Divehi|dz Dzongkha|ee Ewe|el Greek|en English|eo Esperanto|es Spanish|et Estonian
        eu Basque|fa Persian|ff Fulah|fi Finnish|fj Fijian|fo Faroese|fr French|fy Western Frisian|ga Irish
        gd Scottish Gaelic|gl Galician|gn Guarani|gu Gujarati|gv Manx|ha Hausa|he Hebrew|hi Hindi|ho Hiri Motu|hr Croatian
        ht Haitian Creole|hu Hungarian|hy Armenian|hz Herero|ia Interlingua|id Indonesian|ie Interlingue|ig Igbo
        ii Sichuan Yi|ik Inupiaq|io Ido|is Icelandic|it Italian|iu Inuktitut|ja Japanese|jv Javanese|ka Georgian|kg Kongo
        ki Kikuyu|kj Kuanyama|kk Kazakh|kl Greenlandic|km Khmer|kn Kannada|ko Korean|kr Kanuri|ks Kashmiri|ku Kurdish
        kv Komi|kw Cornish|ky Kyrgyz|la Latin|lb Luxembourgish|lg Ganda|li Limburgish|ln Lingala|lo Lao|lt Lithuanian
        lu Luba-Katanga|lv Latvian|mg Malagasy|mh Marshallese|mi Maori|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi
        ms Malay|mt Maltese|my Burmese|na Nauru|nb Norwegian Bokmal|nd North Ndebele|ne Nepali|ng Ndonga|nl Dutch
        nn Norwegian Nynorsk|no Norwegian|nr South Ndebele|nv Navajo|ny Chichewa|oc Occitan|oj Ojibwa|om Oromo|or Odia
        os Ossetian|pa Punjabi|pi Pali|pl Polish|ps Pashto|pt Portuguese|qu Quechua|rm Romansh|rn Rundi|ro Romanian
        ru Russian|rw Kinyarwanda|sa Sanskrit|sc Sardinian|sd Sindhi|se Northern Sami|sg Sango|si Sinhala|sk Slovak
        sl Slovenian|sm Samoan|sn Shona|so Somali|sq Albanian|sr Serbian|ss Swati|st Southern Sotho|su Sundanese
        sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|to Tongan
        tr Turkish|ts Tsonga|tt Tatar|tw Twi|ty Tahitian|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|ve Venda|vi Vietnamese
        vo Volapuk|wa Walloon|wo Wolof|xh Xhosa|yi Yiddish|yo Yoruba|za Zhuang|zh Chinese|zu Zulu|zxx without words
        """;
}
