namespace MoodDeck.Cli.Bench.Live;

/// <summary>How steady and how quick the live reader is, as <c>bench live --json</c> prints it.</summary>
internal sealed record LiveSteadiness
{
    private const double FiveMinutes = 300;

    /// <summary>The emotion model.</summary>
    public required string Model { get; init; }

    /// <summary>The face detector.</summary>
    public required string Detector { get; init; }

    /// <summary>Faces that were found and watched.</summary>
    public required int Faces { get; init; }

    /// <summary>Faces that were not found in at least half of their frames, or were followed by one that was not; they count nowhere.</summary>
    public required int NotFound { get; init; }

    /// <summary>The share of the frames of the others in which nobody was followed.</summary>
    public required double? LostShare { get; init; }

    /// <summary>Seconds that each face was watched, held still.</summary>
    public required double WatchedSeconds { get; init; }

    /// <summary>Simulated frames a second.</summary>
    public required double SimulatedFps { get; init; }

    /// <summary>Changes of a still face's label, scaled to five minutes; mean over the faces.</summary>
    public double? LabelChangesPer5Min => Changes?.Mean;

    /// <summary>The same with its spread.</summary>
    public required Spread? Changes { get; init; }

    /// <summary>The share of the faces whose label did not change at all while watched.</summary>
    public required double? UnchangedShare { get; init; }

    /// <summary>Milliseconds from the switch until the label is the other face's; mean over the switches that were followed.</summary>
    public double? SwitchDelayMs => Delay?.Mean;

    /// <summary>The same with its spread.</summary>
    public required Spread? Delay { get; init; }

    /// <summary>Switches to a face that the reader, shown it alone for long, calls something else than the one before.</summary>
    public required int Switches { get; init; }

    /// <summary>The share of these whose new label never came.</summary>
    public required double? NeverFollowedShare { get; init; }

    /// <summary>Switches to a face of another label that the reader calls the same: nothing to follow.</summary>
    public required int SameLabel { get; init; }

    /// <summary>Frames decoded and read in a second, on one thread.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>The figures of these trials.</summary>
    public static LiveSteadiness Of(IReadOnlyList<LiveTrialResult> trials, LiveTrialTimes times, string model, string detector)
    {
        var found = trials.Where(t => t.Found >= 0.5 && t.OtherFound >= 0.5).ToList();
        var switches = found.Where(t => t.Before != t.Alone).ToList();
        return new()
        {
            Model = model,
            Detector = detector,
            Faces = found.Count,
            NotFound = trials.Count - found.Count,
            LostShare = found.Count == 0 ? null : Math.Round(1 - found.Average(t => t.Found), 4),
            WatchedSeconds = Math.Round(times.WatchedSeconds, 3),
            SimulatedFps = times.FramesPerSecond,
            Changes = Spread.Of(found.ConvertAll(t => t.Changes * FiveMinutes / times.WatchedSeconds)),
            UnchangedShare = Share(found.Count(t => t.Changes == 0), found.Count),
            Delay = Spread.Of([.. switches.Where(t => t.DelaySeconds is not null).Select(t => 1000 * t.DelaySeconds!.Value)]),
            Switches = switches.Count,
            NeverFollowedShare = Share(switches.Count(t => t.DelaySeconds is null), switches.Count),
            SameLabel = found.Count - switches.Count,
            FramesPerSecond = Math.Round(trials.Sum(t => t.FramesRead) / trials.Sum(t => t.ReadSeconds), 1),
        };
    }

    private static double? Share(int some, int all) => all == 0 ? null : Math.Round((double)some / all, 4);
}
