using System.Globalization;
using MoodDeck.Onnx;

namespace MoodDeck.Vision.Faces;

/// <summary>
/// What a face model promises: input <c>image</c> [1, 1, H, W] float32 grey, H and W multiples of 32, normalised as
/// (p - mean) / std with p in 0..255; for each stride s the outputs <c>score{s}</c> [1, 1, H/s, W/s] and
/// <c>box{s}</c> [1, 4, H/s, W/s], see <see cref="FaceBoxDecoder"/>. Figures stand in the metadata
/// <c>mooddeck.mean</c>, <c>.std</c>, <c>.strides</c> (8,16,32), <c>.boxBase</c> (4) and <c>.threshold</c> (0.5).
/// </summary>
internal sealed record FaceModelContract(double Mean, double Std, IReadOnlyList<int> Strides, double BoxBase, double Threshold)
{
    /// <summary>Sides of the input are multiples of this.</summary>
    public const int SideMultiple = 32;

    public static FaceModelContract Read(ModelMetadata metadata, IInferenceSession session)
    {
        if (session.Inputs is not [{ Name: "image", ElementType: OnnxElementType.Float32, Shape: [-1 or 1, 1, < 0, < 0] }])
            throw metadata.Refuse($"a face model has one input \"image\" [1, 1, ?, ?], this one has {Describe(session.Inputs)}. Give a model made by: {VisionOptions.TrainFaces}");
        FaceModelContract contract = new(
            metadata.Number("mooddeck.mean"), metadata.PositiveNumber("mooddeck.std"), ReadStrides(metadata),
            metadata.PositiveNumber("mooddeck.boxBase", 4), metadata.PositiveNumber("mooddeck.threshold", 0.5));
        if (contract.Threshold >= 1) throw metadata.Refuse("its metadata \"mooddeck.threshold\" is 1 or more. Expected less than 1.");
        var missing = contract.Strides.SelectMany(s => new[] { ScoreName(s), BoxName(s) }).Where(n => session.Outputs.IndexOf(n) < 0).ToArray();
        if (missing.Length > 0 || session.Outputs.Count != 2 * contract.Strides.Count)
            throw metadata.Refuse($"a face model of these strides has the outputs {string.Join(", ", contract.Strides.Select(s => $"{ScoreName(s)}, {BoxName(s)}"))}, this one has {Describe(session.Outputs)}. Give a model made by: {VisionOptions.TrainFaces}");
        return contract;
    }

    public static string ScoreName(int stride) => "score" + stride.ToString(CultureInfo.InvariantCulture);

    public static string BoxName(int stride) => "box" + stride.ToString(CultureInfo.InvariantCulture);

    private static int[] ReadStrides(ModelMetadata metadata)
    {
        var words = metadata.List("mooddeck.strides") ?? ["8", "16", "32"];
        var strides = words.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0).ToArray();
        if (strides.Any(s => s is < 1 or > SideMultiple || SideMultiple % s != 0))
            throw metadata.Refuse($"its metadata \"mooddeck.strides\" is \"{string.Join(',', words)}\". Expected divisors of {SideMultiple}, such as 8,16,32.");
        return strides;
    }

    private static string Describe(IReadOnlyList<OnnxTensorInfo> infos) => string.Join(", ", infos.Select(i => $"\"{i.Name}\" {i.ShapeText}"));
}
