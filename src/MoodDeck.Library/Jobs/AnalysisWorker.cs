using System.Data.Common;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Jobs;

/// <inheritdoc cref="IAnalysisWorker"/>
internal sealed class AnalysisWorker(LibraryDatabase database, IAnalysisJobs jobs, ITrackFileReader reader, WholeFiles files) : IAnalysisWorker
{
    // How long nothing to do is believed, and how long a database that failed is left alone.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1), s_afterFailure = TimeSpan.FromSeconds(3);
    private readonly ScanStore _store = new(database);

    public async Task RunAsync(int atOnce, IProgress<WorkerProgress> progress, CancellationToken stop)
    {
        // One that fails for good takes the other along.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Told told = new(progress);
        UnseenFiles unseen = new(database.Time);
        await Task.WhenAll(
            KeepOnAsync(cancel => new JobWorker<TrackFile>(jobs, new Listening(_store, reader, told), unseen).RunAsync(null, atOnce, cancel), told, ended),
            KeepOnAsync(cancel => files.MeasureAsync(atOnce, told.Measured, unseen, told.Unseen, cancel), told, ended));
    }

    public async Task<WorkLeft> LeftAsync(CancellationToken cancellationToken = default) => new(
        (await jobs.CountAsync(JobKind.Listen, null, cancellationToken)).All, (await jobs.CountAsync(JobKind.Measure, null, cancellationToken)).All);

    private static async Task KeepOnAsync(Func<CancellationToken, Task> work, Told told, CancellationTokenSource ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var pause = s_pause;
            try
            {
                await work(ended.Token);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (LibraryException e) when (e.InnerException is DbException)
            {
                told.Trouble(e.Message);
                pause = s_afterFailure;
            }
            catch
            {
                await ended.CancelAsync();
                throw;
            }

            await Task.Delay(pause, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class Listening(ScanStore store, ITrackFileReader reader, Told told) : IJobWork<TrackFile>
    {
        public JobKind Kind => JobKind.Listen;

        public Task<TrackFile> DoAsync(AnalysisJob job, CancellationToken cancellationToken) => reader.ReadAsync(job.File.Path, cancellationToken);

        public async Task StoreAsync(IReadOnlyList<(AnalysisJob Job, TrackFile Result)> batch, string worker)
        {
            await store.SaveAsync(batch, worker, reader.Version);
            foreach (var (job, _) in batch) told.Listened(job.File.Path);
        }

        public void Waiting(JobCount left)
        {
        }

        public void Unseen(string path) => told.Unseen(path);
    }

    private sealed class Told(IProgress<WorkerProgress> progress)
    {
        private int _listened, _measured;

        public void Listened(string path) => progress.Report(new(Interlocked.Increment(ref _listened), _measured, path));

        public void Measured(string path) => progress.Report(new(_listened, Interlocked.Increment(ref _measured), path));

        public void Unseen(string path) => progress.Report(new(_listened, _measured, Unseen: path));

        public void Trouble(string reason) => progress.Report(new(_listened, _measured, Trouble: reason));
    }
}
