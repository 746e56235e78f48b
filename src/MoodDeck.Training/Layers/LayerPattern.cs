using System.Text;
using System.Text.RegularExpressions;

namespace MoodDeck.Training.Layers;

/// <summary>
/// A pattern for layer names as a shell knows it: <c>*</c> any characters, <c>?</c> one, <c>[12]</c> or <c>[1-3]</c> one of these,
/// <c>[!1]</c> any but these. <c>layer[12].*</c> is all of torchvision's first two stages.
/// </summary>
internal sealed class LayerPattern
{
    private readonly Regex _regex;

    /// <exception cref="ArgumentException">A bracket is not closed, or nothing stands in it.</exception>
    public LayerPattern(string text)
    {
        Text = text;
        var regex = new StringBuilder("^");
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*':
                    regex.Append(".*");
                    break;
                case '?':
                    regex.Append('.');
                    break;
                case '[':
                    var end = text.IndexOf(']', i + 1);
                    var inside = end < 0 ? "" : text[(i + 1)..end];
                    var not = inside.StartsWith('!');
                    if (not) inside = inside[1..];
                    if (inside.Length == 0) throw new ArgumentException($"The pattern \"{text}\" has a bracket without an end. Write for example layer[12].*", nameof(text));
                    regex.Append(not ? "[^" : "[").Append(inside.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("^", "\\^", StringComparison.Ordinal)).Append(']');
                    i = end;
                    break;
                default:
                    regex.Append(Regex.Escape(text[i].ToString()));
                    break;
            }
        }

        try
        {
            _regex = new Regex(regex.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (RegexParseException e)
        {
            throw new ArgumentException($"The pattern \"{text}\" has a range that runs backward. Write for example layer[1-2].*", nameof(text), e);
        }
    }

    public string Text { get; }

    public bool Matches(string name) => _regex.IsMatch(name);
}
