using System.CommandLine;
using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Cli.CommandLine;

/// <summary>Reads the values of options, with errors that name what would be right.</summary>
internal static class ValueParsers
{
    /// <summary>An option whose value <paramref name="read"/> understands; it throws <see cref="FormatException"/> with the reason.</summary>
    public static Option<T> Option<T>(string name, string helpName, string description, Func<string, T> read) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            try
            {
                return read(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return default!;
            }
        },
    };

    /// <summary>The number a list goes by, as an argument.</summary>
    public static Argument<long> Id(string description) => new("ID")
    {
        Description = description,
        CustomParser = result =>
        {
            if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return id;
            result.AddError($"'{result.Tokens[0].Value}' is no number. ID is {char.ToLowerInvariant(description[0])}{description[1..].TrimEnd('.')}");
            return 0;
        },
    };

    /// <summary>The same, given as often as one likes.</summary>
    public static Option<T[]> Many<T>(string name, string helpName, string description, Func<string, T> read) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            try
            {
                return [.. result.Tokens.Select(t => read(t.Value))];
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return [];
            }
        },
    };

    /// <summary>Valence, arousal and dominance.</summary>
    public static Vad Vad(string text)
    {
        var n = Numbers(text, 3, "--vad takes valence, arousal and dominance, each from -1 to 1, as in --vad -0.4,-0.3,0");
        return new(n[0], n[1], n[2]);
    }

    /// <summary>Valence and arousal.</summary>
    public static Vad ValenceArousal(string name, string text)
    {
        var n = Numbers(text, 2, $"{name} takes valence and arousal, each from -1 to 1, as in {name} -0.4,-0.3");
        return new(n[0], n[1], 0);
    }

    /// <summary>A mood someone defined.</summary>
    public static NamedMood Mood(string text) => NamedMoods.Find(text)
        ?? throw new FormatException($"no mood is called '{text}'. There are: {string.Join(", ", NamedMoods.All.Select(m => m.Name))}");

    /// <summary>A strategy.</summary>
    public static Strategy Strategy(string text) => Strategies.TryParse(text, out var strategy)
        ? strategy
        : throw new FormatException($"no strategy is called '{text}'. There are: {string.Join(", ", Strategies.Names)}");

    /// <summary>A source of tracks.</summary>
    public static TrackSource Source(string text) => TrackSources.TryParse(text, out var source)
        ? source
        : throw new FormatException($"no source is called '{text}'. There are: {string.Join(", ", TrackSources.Names)}");

    /// <summary>The code of a language, given as a code or an English name.</summary>
    public static string Language(string text) => MusicLanguages.TryParse(text, out var code)
        ? code
        : throw new FormatException($"no language is called '{text}'. Give an ISO 639-1 code such as es, a name such as Spanish, or zxx for music without words");

    /// <summary>A whole number of at least <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    public static Func<string, int> WholeNumber(string name, int least, int most) => text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most
            ? n
            : throw new FormatException($"{name} is '{text}'; it must be a whole number from {least} to {most}");

    /// <summary>An option of a whole number with a default.</summary>
    public static Option<int> Whole(string name, string description, int fallback, int least, int most)
    {
        var option = Option(name, "N", $"{description}.", WholeNumber(name, least, most));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    /// <summary>An option of a number with a default.</summary>
    public static Option<double> Number(string name, string description, double fallback)
    {
        var option = Option(name, "X", $"{description}.", text => NumberOf(name, text));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    /// <summary>A number.</summary>
    public static double NumberOf(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : throw new FormatException($"{name} is '{text}'; it must be a number");

    /// <summary>An option of one of an enumeration's names with a default.</summary>
    public static Option<T> Named<T>(string name, string description, T fallback) where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToList();
        var option = Option(
            name, "NAME", $"{description}: {string.Join(", ", names)} (default: {names[Array.IndexOf(Enum.GetValues<T>(), fallback)]}).",
            text => names.IndexOf(text.ToLowerInvariant()) is >= 0 and var i ? Enum.GetValues<T>()[i] : throw new FormatException($"{name} is '{text}'. There are: {string.Join(", ", names)}"));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    private static double[] Numbers(string text, int count, string expected)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var numbers = new double[count];
        if (parts.Length != count) throw new FormatException($"'{text}' will not do: {expected}");
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !(Math.Abs(numbers[i]) <= 1))
                throw new FormatException($"'{text}' will not do: {expected}");
        }

        return numbers;
    }
}
