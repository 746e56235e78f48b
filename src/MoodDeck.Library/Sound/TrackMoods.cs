using Dapper;
using MoodDeck.Audio.Listening;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Sound;

/// <summary>Keeps the moods of tracks those that the present model tells: from what was heard, without listening again.</summary>
internal sealed class TrackMoods(LibraryDatabase database, ITrackMoodModel model)
{
    private const int Batch = 500;

    /// <summary>Asks the model anew about every track another model told the mood of; returns how many those were.</summary>
    public async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; ;)
        {
            var stale = await database.ReadAsync(connection => SqlTrackSounds.ToldByOthers(connection, model.Name, Batch), cancellationToken);
            if (stale.Count == 0) return done;
            var moods = stale.Select(s => (s.TrackId, Mood: model.MoodOf(s.Features))).ToList();
            done += await database.WriteAsync(
                (connection, transaction) =>
                {
                    foreach (var (trackId, mood) in moods)
                    {
                        connection.Execute("UPDATE track_sound SET mood_model = @Name WHERE track_id = @trackId", new { trackId, model.Name }, transaction);
                        // Where nothing can be told, a table may have.
                        if (mood == TrackMood.Unknown) continue;
                        var (mean, sigma) = (mood.Mean.Clamp(), mood.Sigma);
                        connection.Execute(
                            """
                            UPDATE tracks SET valence = @Valence, arousal = @Arousal, dominance = @Dominance,
                                valence_sigma = @ValenceSigma, arousal_sigma = @ArousalSigma, dominance_sigma = @DominanceSigma WHERE id = @trackId
                            """,
                            new
                            {
                                trackId, mean.Valence, mean.Arousal, mean.Dominance,
                                ValenceSigma = sigma.Valence, ArousalSigma = sigma.Arousal, DominanceSigma = sigma.Dominance,
                            },
                            transaction);
                    }

                    CatalogueVersion.Increment(connection, transaction);
                    return moods.Count;
                },
                cancellationToken);
        }
    }
}
