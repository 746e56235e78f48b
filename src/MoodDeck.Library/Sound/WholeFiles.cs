using Dapper;
using MoodDeck.Audio;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Sound;

/// <summary>Measures the loudness of whole files, which scans leave for later.</summary>
public interface IWholeFiles
{
    /// <summary>How many files wait to be measured.</summary>
    Task<int> LeftAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Measures until none is left. Waits while anybody scans; shares the work with whoever does the same. What was measured
    /// before a cancellation stays.
    /// </summary>
    /// <param name="atOnce">How many files at once.</param>
    /// <param name="measured">Told of each file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LibraryException">Nothing can be measured: a program is missing, or the database cannot be written to.</exception>
    Task MeasureAsync(int atOnce, Action<string>? measured = null, CancellationToken cancellationToken = default);
}

/// <inheritdoc cref="IWholeFiles"/>
internal sealed class WholeFiles(LibraryDatabase database, IAnalysisJobs jobs, AudioProbe probe, TrackMeasurer measurer) : IWholeFiles
{
    public async Task<int> LeftAsync(CancellationToken cancellationToken = default) => (await jobs.CountAsync(JobKind.Measure, null, cancellationToken)).All;

    public Task MeasureAsync(int atOnce, Action<string>? measured = null, CancellationToken cancellationToken = default) =>
        new JobWorker<TrackMeasure?>(jobs, new Work(database, probe, measurer, measured, null)).RunAsync(null, atOnce, cancellationToken);

    /// <summary>The same where files may lie on machines of others; <paramref name="missing"/> is told of what is not seen here.</summary>
    internal Task MeasureAsync(int atOnce, Action<string> measured, UnseenFiles unseen, Action<string> missing, CancellationToken cancellationToken) =>
        new JobWorker<TrackMeasure?>(jobs, new Work(database, probe, measurer, measured, missing), unseen).RunAsync(null, atOnce, cancellationToken);

    private sealed class Work(LibraryDatabase database, AudioProbe probe, TrackMeasurer measurer, Action<string>? measured, Action<string>? missing)
        : IJobWork<TrackMeasure?>
    {
        public JobKind Kind => JobKind.Measure;

        public async Task<TrackMeasure?> DoAsync(AnalysisJob job, CancellationToken cancellationToken)
        {
            var info = await probe.ProbeAsync(job.File.Path, cancellationToken);
            if (!info.IsOk) return Nothing(info.Failure);
            var measure = await measurer.MeasureAsync(job.File.Path, info.Value, cancellationToken);
            return measure.IsOk ? measure.Value : Nothing(measure.Failure);
        }

        public async Task StoreAsync(IReadOnlyList<(AnalysisJob Job, TrackMeasure? Result)> batch, string worker)
        {
            await database.WriteAsync(
                (connection, transaction) =>
                {
                    var changed = false;
                    foreach (var (job, measure) in batch)
                    {
                        if (!SqlAnalysisJobs.Finish(connection, transaction, job, worker) || measure is null) continue;
                        var id = connection.QueryFirstOrDefault<string?>("SELECT id FROM tracks WHERE path = @Path", new { job.File.Path }, transaction);
                        if (id is null) continue;
                        connection.Execute(
                            "UPDATE tracks SET loudness_lufs = @IntegratedLufs, true_peak_db = @peak, duration_seconds = @DurationSeconds WHERE id = @id",
                            new { id, measure.IntegratedLufs, peak = measure.IntegratedLufs is null ? (double?)null : measure.TruePeakDb, measure.DurationSeconds }, transaction);
                        SqlTrackSounds.SaveCourse(
                            connection, transaction, id, new(measure.LoudnessRangeLu, measure.CurveStepSeconds, measure.CurveLufs), database.Time.GetUtcNow());
                        changed = true;
                    }

                    if (changed) CatalogueVersion.Increment(connection, transaction);
                    return changed;
                },
                CancellationToken.None);
            foreach (var (job, _) in batch) measured?.Invoke(job.File.Path);
        }

        public void Waiting(JobCount left)
        {
        }

        public void Unseen(string path) => missing?.Invoke(path);

        // The scan has told what is wrong with the file, or will; without a program none can be measured.
        private static TrackMeasure? Nothing(AudioFailure failure) => failure.Problem switch
        {
            AudioProblem.ToolMissing => throw new LibraryException(failure.Message),
            AudioProblem.TimedOut => throw new TimeoutException(failure.Message),
            _ => null,
        };
    }
}
