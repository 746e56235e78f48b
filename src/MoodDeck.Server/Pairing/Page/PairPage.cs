using System.Security.Cryptography;
using System.Text;

namespace MoodDeck.Server.Pairing.Page;

/// <summary>The one page a device that is not paired gets to see: one document that loads nothing.</summary>
internal sealed class PairPage
{
    private readonly byte[] _document;
    private readonly string _policy;

    public PairPage()
    {
        var (style, script) = (Resource("pair.css"), Resource("pair.js"));
        _document = Encoding.UTF8.GetBytes(Resource("pair.html").Replace("/*style*/", style, StringComparison.Ordinal).Replace("/*script*/", script, StringComparison.Ordinal));
        _policy = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <summary>Answers with the page.</summary>
    public async Task WriteAsync(HttpContext context, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = _document.Length;
        response.Headers.ContentSecurityPolicy = _policy;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(_document, context.RequestAborted);
    }

    private static string Hash(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(PairPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
