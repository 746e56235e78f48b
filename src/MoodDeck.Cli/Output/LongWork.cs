using System.Diagnostics;
using Spectre.Console;

namespace MoodDeck.Cli.Output;

/// <summary>How far long work is.</summary>
/// <param name="Done">How many are done.</param>
/// <param name="Total">Of how many; 0 while that is not known.</param>
/// <param name="Current">What is worked on, short.</param>
/// <param name="Milestone">A line worth keeping above the bar; null for none.</param>
internal readonly record struct WorkStep(int Done, int Total, string Current = "", string? Milestone = null);

/// <summary>Shows long work on stderr: a bar on a terminal, a line now and then elsewhere.</summary>
internal static class LongWork
{
    private static readonly TimeSpan s_plainInterval = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work and shows its steps under a title.</summary>
    public static Task<T> RunAsync<T>(string title, Func<IProgress<WorkStep>, Task<T>> work) =>
        Terminal.ErrorIsWatched ? WithBarAsync(title, work) : work(new PlainLines(title));

    private static Task<T> WithBarAsync<T>(string title, Func<IProgress<WorkStep>, Task<T>> work) =>
        Terminal.Error.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title), autoStart: true), title)));

    private sealed class Bar(ProgressTask task, string title) : IProgress<WorkStep>
    {
        public void Report(WorkStep value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Done;
            if (value.Milestone is not null) Terminal.Error.WriteLine(value.Milestone);
            task.Description = Markup.Escape(value.Current.Length == 0 ? title : $"{title}: {Shortened(value.Current)}");
        }

        private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
    }

    private sealed class PlainLines(string title) : IProgress<WorkStep>
    {
        private readonly Lock _lock = new();
        private long _last = Stopwatch.GetTimestamp();

        public void Report(WorkStep value)
        {
            lock (_lock)
            {
                if (value.Milestone is not null) Console.Error.WriteLine(value.Milestone);
                if (Stopwatch.GetElapsedTime(_last) < s_plainInterval) return;
                _last = Stopwatch.GetTimestamp();
                var done = value.Total > 0 ? $"{value.Done} of {value.Total}" : $"{value.Done}";
                Console.Error.WriteLine($"{title}: {done}{(value.Current.Length > 0 ? $", {value.Current}" : "")}");
            }
        }
    }
}
