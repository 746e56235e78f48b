namespace MoodDeck.Training.Tracks;

/// <summary>A finished training.</summary>
/// <param name="Onnx">The model, learned from all pieces.</param>
/// <param name="Sets">Figures of the cross-validation: for each set, and first for all of them that are not of felt emotions.</param>
public sealed record TrackMoodTraining(byte[] Onnx, IReadOnlyDictionary<string, TrackMoodFigures> Sets)
{
    /// <summary>Cross-validates, then learns from everything.</summary>
    /// <exception cref="TrackDataException">There is too little to learn from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrackMoodTraining Run(IReadOnlyList<HeardTrack> tracks, TrackMoodOptions options, Action<int> done, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(done);
        HeardTrack[] known = [.. tracks.Where(t => t.Label is { Valence: not null, Arousal: not null })];
        var groups = known.Select(t => t.Label.Group).Distinct(StringComparer.Ordinal).Count();
        if (groups < 2 * options.Folds)
            throw new TrackDataException($"{groups} songs, artists or series have valence and arousal; {2 * options.Folds} at least are needed for {options.Folds} parts.");
        var answers = TrackMoodValidation.Run(known, options, done, cancellationToken);
        var learner = TrackMoodLearner.Learn(known, options, cancellationToken);
        var onnx = TrackMoodExport.ToOnnx(learner, Sigma(known, options, answers), Nearness(known, learner));
        done(options.Folds + 1);
        return new(onnx, Figures(known, answers));
    }

    private static (double, double) Sigma(HeardTrack[] tracks, TrackMoodOptions options, IReadOnlyList<(double Valence, double Arousal)> answers)
    {
        var errors = tracks.Select((t, i) => (Target: TrackMoodLearner.TargetOf(t.Label, options), Answer: answers[i]))
            .Select(p => (Valence: p.Target.Valence - p.Answer.Valence, Arousal: p.Target.Arousal - p.Answer.Arousal)).ToArray();
        return (Math.Sqrt(errors.Average(e => e.Valence * e.Valence)), Math.Sqrt(errors.Average(e => e.Arousal * e.Arousal)));
    }

    // How near a piece is to the nearest of another group, in the middle of all.
    private static double Nearness(HeardTrack[] tracks, TrackMoodLearner learner)
    {
        var rows = tracks.Select(t => learner.Standardiser.Apply(t.Descriptors[0])).ToArray();
        var nearest = new double[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            for (var j = 0; j < rows.Length; j++)
                if (tracks[i].Label.Group != tracks[j].Label.Group) nearest[i] = Math.Max(nearest[i], learner.Kernel.Kernel(rows[i], rows[j]));
        });
        Array.Sort(nearest);
        return nearest[nearest.Length / 2];
    }

    private static Dictionary<string, TrackMoodFigures> Figures(HeardTrack[] tracks, IReadOnlyList<(double Valence, double Arousal)> answers)
    {
        TrackMoodFigures Of(Func<TrackLabel, bool> which)
        {
            var rows = Enumerable.Range(0, tracks.Length).Where(i => which(tracks[i].Label)).ToArray();
            return TrackMoodFigures.Of([.. rows.Select(i => tracks[i].Label)], [.. rows.Select(i => answers[i])]);
        }

        Dictionary<string, TrackMoodFigures> sets = [];
        if (tracks.Any(t => t.Label.Shares.Count == 0)) sets["all with valence and arousal"] = Of(l => l.Shares.Count == 0);
        foreach (var set in tracks.Select(t => t.Label.Set).Distinct(StringComparer.Ordinal)) sets[set.Length > 0 ? set : "without a set's name"] = Of(l => l.Set == set);
        return sets;
    }
}
