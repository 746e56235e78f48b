namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>How fast queues are chosen among many tracks on this machine, on one thread.</summary>
/// <param name="Tracks">Tracks to choose from.</param>
/// <param name="MedianMs">Half of the requests took no longer.</param>
/// <param name="P99Ms">99 of 100 took no longer.</param>
/// <param name="BytesPerTrack">Memory of the index for each track, names of artists and genres and everything else included.</param>
/// <param name="Requests">Requests that were timed, of 20 tracks each: all strategies, half of them with filters.</param>
/// <param name="SlowestMs">The slowest of them.</param>
/// <param name="ByStrategy">Those without a filter, by strategy.</param>
/// <param name="ForListener">Those for a listener who taught as much as is remembered: one in two.</param>
/// <param name="Filtered">Those with one, some of which nearly nothing passes.</param>
/// <param name="BuildSeconds">How long the index took to build from entries in memory.</param>
/// <param name="Nearest">The nearest tracks to a point of the plane, beside others' ways to find them.</param>
/// <param name="Import">How fast a table of as many rows is imported; null unless asked for.</param>
/// <param name="Start">How soon a server answers after its start; null unless asked for.</param>
internal sealed record RecommendSpeed(
    int Tracks, double MedianMs, double P99Ms, double BytesPerTrack, int Requests, double SlowestMs, IReadOnlyDictionary<string, Spell> ByStrategy,
    Spell ForListener, Spell Filtered, double BuildSeconds, NearestSpeed Nearest, ImportSpeed? Import = null, StartSpeed? Start = null);

/// <summary>Finding the 20 tracks nearest to a point of the plane.</summary>
/// <param name="Points">Points that were asked for.</param>
/// <param name="Index">By MoodDeck's index.</param>
/// <param name="BruteForce">By looking at every track, in arrays.</param>
/// <param name="Postgres">By PostgreSQL with <c>cube</c> and GiST, asked through a socket; null unless asked for.</param>
internal sealed record NearestSpeed(int Points, Spell Index, Spell BruteForce, Spell? Postgres = null);

/// <summary>An import by <c>library import</c>, from the start of its process.</summary>
/// <param name="Rows">Rows of the table.</param>
/// <param name="Seconds">How long it took until all rows were in for good and it said so.</param>
/// <param name="RowsPerSecond">Both together.</param>
/// <param name="EndSeconds">How long until its end, when the index is kept for the next start.</param>
internal sealed record ImportSpeed(int Rows, double Seconds, double RowsPerSecond, double EndSeconds);

/// <summary>Seconds from the start of <c>serve</c> to its first queue.</summary>
/// <param name="Seconds">After the import.</param>
/// <param name="WithoutIndexSeconds">Where no index is kept, such as after another process changed tracks.</param>
internal sealed record StartSpeed(double Seconds, double WithoutIndexSeconds);
