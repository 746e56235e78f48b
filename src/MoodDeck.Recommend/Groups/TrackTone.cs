namespace MoodDeck.Recommend.Groups;

/// <summary>What was heard in a track beside its mood, as far as moods that lie near one another can be told apart by it.</summary>
/// <param name="TempoBpm">Beats a minute; 0 where no beat was found.</param>
/// <param name="LoudnessSpreadDb">Standard deviation of loudness, in decibels.</param>
/// <param name="CentroidHertz">Brightness: the spectrum's centre of mass, in hertz.</param>
/// <param name="OnsetsPerSecond">Note beginnings a second.</param>
/// <param name="Majorness">-1 (minor) to 1 (major).</param>
public readonly record struct TrackTone(double TempoBpm, double LoudnessSpreadDb, double CentroidHertz, double OnsetsPerSecond, double Majorness);
