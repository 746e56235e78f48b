using System.Globalization;
using System.Security.Cryptography;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Onnx;

namespace MoodDeck.Audio.Listening;

/// <summary>
/// A trained model of the mood of tracks: what <c>mooddeck train track</c> writes. Safe for concurrent use; dispose it to free the
/// model's memory. How unsure it is follows from how far off it was on music it had not heard, and widens for music unlike any it
/// was shown.
/// </summary>
public sealed class LearnedTrackMoodModel : IDisposable
{
    /// <summary>The input, <c>[N, descriptors]</c>.</summary>
    public const string InputName = "descriptors";

    /// <summary>The output valence and arousal, <c>[N, 2]</c>.</summary>
    public const string MoodName = "mood";

    /// <summary>The output that says how alike the most alike training piece is, 0 to 1, <c>[N, 1]</c>.</summary>
    public const string NearnessName = "nearness";

    /// <summary>Metadata: the names of the descriptors, with commas between them.</summary>
    public const string DescriptorsKey = "mooddeck.descriptors";

    /// <summary>Metadata: standard deviations of the errors in valence and arousal, with a comma between them.</summary>
    public const string SigmaKey = "mooddeck.sigma";

    /// <summary>Metadata: how near a piece of the kind it was trained on typically is.</summary>
    public const string NearnessKey = "mooddeck.nearness";

    private readonly IInferenceSession _session;
    private readonly (double Valence, double Arousal) _sigma;
    private readonly double _typical;

    private LearnedTrackMoodModel(IInferenceSession session, (double, double) sigma, double typical, string name) =>
        (_session, _sigma, _typical, Name) = (session, sigma, typical, name);

    /// <summary>MoodDeck's own model: <c>models/track.onnx</c> beside the program.</summary>
    public static string OwnPath => Path.Combine(AppContext.BaseDirectory, "models", "track.onnx");

    /// <summary>The file's name without its ending and the first eight digits of its bytes' SHA-256: <c>track-1a2b3c4d</c>.</summary>
    public string Name { get; }

    /// <summary>Opens a model.</summary>
    /// <exception cref="OnnxException">There is no such file, or it is no model of this kind or of these descriptors; the message says what to do.</exception>
    public static LearnedTrackMoodModel Open(string path)
    {
        var session = OnnxRuntime.Default.Open(path);
        try
        {
            if (session.Inputs is not [{ Name: InputName }] || !session.Outputs.Select(o => o.Name).SequenceEqual([MoodName, NearnessName]))
                throw Refuse(path, $"it does not take \"{InputName}\" and give \"{MoodName}\" and \"{NearnessName}\"");
            if (session.Metadata.GetValueOrDefault(DescriptorsKey) != string.Join(',', TrackDescriptors.Names))
                throw Refuse(path, "it was trained on other descriptors than this MoodDeck computes");
            var sigma = Numbers(path, session, SigmaKey, 2);
            return new(session, (sigma[0], sigma[1]), Numbers(path, session, NearnessKey, 1)[0], NameOf(path));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Valence and arousal of a piece, with their spread; dominance is not heard.</summary>
    /// <exception cref="ArgumentException">Not one value for each of <see cref="TrackDescriptors.Names"/>.</exception>
    public TrackMood MoodOf(IReadOnlyList<float> descriptors)
    {
        ArgumentNullException.ThrowIfNull(descriptors);
        if (descriptors.Count != TrackDescriptors.Names.Count)
            throw new ArgumentException($"Expected {TrackDescriptors.Names.Count} descriptors, got {descriptors.Count}.", nameof(descriptors));
        var (mood, nearness) = (new float[2], new float[1]);
        _session.RunInto([new OnnxTensor(descriptors.ToArray(), 1, descriptors.Count)], [new OnnxTensor(mood, 1, 2), new OnnxTensor(nearness, 1, 1)]);
        var near = Math.Clamp(nearness[0] / _typical, 0, 1);
        return new(
            new(Math.Clamp(mood[0], -1, 1), Math.Clamp(mood[1], -1, 1), 0),
            new(Spread(_sigma.Valence, near), Spread(_sigma.Arousal, near), VadCovariance.WidestSigma));
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static string NameOf(string path) =>
        $"{Path.GetFileNameWithoutExtension(path)}-{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)).AsSpan(0, 4))}";

    private static double Spread(double sigma, double near) =>
        Math.Sqrt((near * sigma * sigma) + ((1 - near) * VadCovariance.WidestSigma * VadCovariance.WidestSigma));

    private static double[] Numbers(string path, IInferenceSession session, string key, int count)
    {
        var texts = session.Metadata.GetValueOrDefault(key)?.Split(',') ?? [];
        var numbers = texts.Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out var n) && n > 0 && double.IsFinite(n) ? n : double.NaN).ToArray();
        return numbers.Length == count && !numbers.Any(double.IsNaN) ? numbers : throw Refuse(path, $"its metadata \"{key}\" is not {count} positive number{(count == 1 ? "" : "s")}");
    }

    private static OnnxException Refuse(string path, string reason) => new($"The model {path} cannot be used: {reason}. Train it again with: ./mooddeck train track");
}
