using System.CommandLine;
using System.CommandLine.Parsing;

namespace MoodDeck.Cli.CommandLine;

/// <summary>Finds what is wrong with a command line, as one sentence and a hint.</summary>
internal static class UsageProblems
{
    /// <summary>The first problem; null when there is none. A command that does not exist has no help either.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        // One that does something by itself is no mere group, though others stand below it.
        if (command.Subcommands.Count > 0 && (command.Action is null || parsed.UnmatchedTokens.Count > 0)) return GroupProblem(parsed, command);
        if (StrayOption(parsed) is { } stray) return $"{stray} {See(parsed)}";
        if (parsed.UnmatchedTokens.Count > 0) return $"'{parsed.UnmatchedTokens[0]}' is one argument too many. {See(parsed)}";
        return parsed.Errors.Count > 0 ? $"{Explain(parsed.Errors[0])}. {See(parsed)}" : null;
    }

    private static string? GroupProblem(ParseResult parsed, Command command)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var first = parsed.UnmatchedTokens[0];
            return LooksLikeOption(first)
                ? $"unknown option '{first}'. {See(parsed)}"
                : $"unknown command '{Line(parsed, first)}'. There are: {Names(command)}.";
        }

        return parsed.Errors.Count > 0 ? $"'{Line(parsed)}' needs one of: {Names(command)}. {See(parsed)}" : null;
    }

    private static string Explain(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value",
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => $"{option.Option.Name} needs a value",
        ArgumentResult { Tokens.Count: 0 } argument => $"{argument.Argument.Name} is missing",
        _ => error.Message.TrimEnd('.'),
    };

    /// <summary>
    /// The parser takes an unknown <c>--option</c> for a value wherever one fits, and a known one for the value of the
    /// option before it. Only a number may start with a minus here; a file that does is written <c>./-name</c>.
    /// </summary>
    private static string? StrayOption(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) return null;
            if (token.Type != TokenType.Argument || !LooksLikeOption(token.Value)) continue;
            var known = parsed.CommandResult.Command.Options.Any(o => o.Name == token.Value || o.Aliases.Contains(token.Value));
            return known ? $"the option before '{token.Value}' lacks its value." : $"unknown option '{token.Value}'.";
        }

        return null;
    }

    private static bool LooksLikeOption(string token) =>
        token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]) && token[1] is not ('.' or ',');

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(c => c.Name));

    private static string See(ParseResult parsed) => $"See: ./{Line(parsed)} --help";

    private static string Line(ParseResult parsed, string? last = null)
    {
        Stack<string> words = new();
        if (last is not null) words.Push(last);
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult result; at = at.Parent)
            words.Push(result.Command is RootCommand ? "mooddeck" : result.Command.Name);
        return string.Join(' ', words);
    }
}
