using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tracking;

/// <summary>A face that is followed.</summary>
/// <param name="Id">Its number, from 1, never given again.</param>
/// <param name="Box">Where it is, smoothed, in pixels.</param>
/// <param name="Score">How surely it was a face when it was last found, in [0, 1].</param>
/// <param name="Speed">How fast it moves, in face sizes a second.</param>
/// <param name="IsMain">Whether it is the main face.</param>
/// <param name="IsSeen">Whether it was found in this very frame; false while a gap is bridged.</param>
public readonly record struct TrackedFace(int Id, FaceBox Box, double Score, double Speed, bool IsMain, bool IsSeen);
