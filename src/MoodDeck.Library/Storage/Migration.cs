using System.Globalization;
using System.Reflection;

namespace MoodDeck.Library.Storage;

/// <summary>One numbered SQL script of this program.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">File name; the same for every engine.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>The scripts of an engine, by the name of their folder, in order.</summary>
    public static IReadOnlyList<Migration> For(string engine)
    {
        var prefix = $"migrations/{engine}/";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Name: name.Replace('\\', '/')))
            .Where(r => r.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(r => Read(assembly, r.Resource, r.Name[prefix.Length..]))
            .OrderBy(m => m.Number)];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new(int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
