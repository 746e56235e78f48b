using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Certificates;
using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Pairing.Invitations;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Pairing.Page;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing;

internal static class LanServices
{
    /// <summary>Everything that lets devices of the house in. Without <see cref="ServerOptions.LanPort"/> nothing of it listens.</summary>
    public static IServiceCollection AddLan(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(new LanOptions { On = options.LanPort is not null });
        services.AddSingleton<ILanAddresses, LanAddresses>().AddSingleton<LanHosts>();
        services.AddSingleton(s => new LanFolder(s.GetRequiredService<DataFolder>())).AddSingleton<LanCertificate>();
        services.AddSingleton(s => new DeviceStore(s.GetRequiredService<LanFolder>(), s.GetRequiredService<TimeProvider>())).AddSingleton<OpenRequests>();
        services.AddSingleton<InvitationBook>().AddSingleton<WrongTokens>().AddSingleton<PairEndpoint>().AddSingleton<PairPage>();
        services.AddSingleton(s => new Lan(
            s.GetRequiredService<LanOptions>(), s.GetRequiredService<ILanAddresses>(), s.GetRequiredService<LanCertificate>(),
            s.GetRequiredService<InvitationBook>(), s.GetRequiredService<LanFolder>(), s.GetRequiredService<IServer>()));
        if (options.LanPort is not null) services.AddHostedService<LanWatch>();
        return services;
    }

    /// <summary>Listens on every address of this machine too, over TLS with the certificate in the data folder.</summary>
    /// <returns>The address to listen on beside the machine's own.</returns>
    public static string ListenToHouse(this IWebHostBuilder host, int port)
    {
        host.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            // The live socket is opened by a GET, which HTTP/2 would make a CONNECT of.
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
            var certificate = kestrel.ApplicationServices.GetRequiredService<LanCertificate>();
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificate.Current);
        });
        return FormattableString.Invariant($"https://*:{port}");
    }
}
