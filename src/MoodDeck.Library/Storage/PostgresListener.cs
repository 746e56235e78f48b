using Npgsql;

namespace MoodDeck.Library.Storage;

/// <summary>Hears what other processes tell over PostgreSQL, on one connection of its own that is made anew when it is lost.</summary>
/// <param name="settings">How to connect.</param>
/// <param name="channel">What to listen to.</param>
internal sealed class PostgresListener(NpgsqlConnectionStringBuilder settings, string channel)
{
    // A server that went away without a word is noticed by asking it now and then.
    private const int KeepAliveSeconds = 10;
    private static readonly TimeSpan s_beforeNext = TimeSpan.FromSeconds(1);

    /// <summary>Listens until it is stopped; <paramref name="told"/> is called for each word, and whenever some may have been missed.</summary>
    public async Task RunAsync(Action told, CancellationToken stop)
    {
        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds }.ToString();
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = new(own);
                await connection.OpenAsync(stop);
                connection.Notification += (_, _) => told();
                await using (NpgsqlCommand listen = new($"LISTEN {channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
                told();
                while (true) await connection.WaitAsync(stop);
            }
            catch (Exception e) when (e is NpgsqlException || PostgresErrors.IsUnreached(e))
            {
                await Task.Delay(s_beforeNext, stop);
            }
        }
    }
}
