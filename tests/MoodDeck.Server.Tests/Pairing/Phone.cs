using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

namespace MoodDeck.Server.Tests.Pairing;

/// <summary>A client of the house with a cookie jar of its own.</summary>
public sealed class Phone : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly Func<X509Certificate?, SslPolicyErrors, bool> _trusts;

    public Phone(Uri address, Func<X509Certificate?, SslPolicyErrors, bool> trusts)
    {
        _trusts = trusts;
        Client = new(new SocketsHttpHandler
        {
            CookieContainer = _cookies,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, certificate, _, errors) => trusts(certificate, errors) },
        }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public string Id { get; set; } = "";

    public CookieCollection Cookies => _cookies.GetCookies(Client.BaseAddress!);

    public Task<HttpResponseMessage> PairAsync(string token, string? name = null) =>
        Client.PostAsJsonAsync("/api/v1/lan/pair", new { token, name });

    public async Task<ClientWebSocket> LiveAsync()
    {
        ClientWebSocket socket = new();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, errors) => _trusts(certificate, errors);
        try
        {
            await socket.ConnectAsync(new UriBuilder(Client.BaseAddress!) { Scheme = "wss", Path = "/api/v1/live" }.Uri, CancellationToken.None);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => Client.Dispose();
}
