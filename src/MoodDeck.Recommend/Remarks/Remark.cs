namespace MoodDeck.Recommend.Remarks;

/// <summary>
/// Something to tell the listener, as data: what is said by a code that never changes, what it is said of by named
/// values. Whoever shows it says it in the listener's language; <see cref="English"/> is the sentence for everyone else.
/// </summary>
/// <param name="Code">Such as <c>reason.like.asked</c>; see <see cref="RemarkTable"/>.</param>
/// <param name="Values">
/// By name. <c>mood</c>, <c>wanted</c>: a named mood; <c>language</c>: a code of <see cref="Core.Music.MusicLanguages"/>;
/// <c>languages</c>: several of them; <c>artist</c>, <c>genre</c>: as they are written; <c>filter</c>, <c>source</c>,
/// <c>strategy</c>: their names; <c>n</c>, <c>passing</c>: numbers of tracks.
/// </param>
public sealed record Remark(string Code, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>A remark with its values in order.</summary>
    public static Remark Of(string code, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var named = new Dictionary<string, object>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values) named[name] = value;
        return new(code, named);
    }

    /// <summary>The English sentence.</summary>
    /// <exception cref="KeyNotFoundException">No such code, or a value it needs is missing.</exception>
    public string English() => RemarkTable.Say(this);
}
