using System.Security.Cryptography;

namespace MoodDeck.Vision;

/// <summary>What tells one model file from another, whatever they are called.</summary>
internal static class ModelDigest
{
    // 64 bits: enough to tell the models of one machine apart.
    private const int Bytes = 8;

    /// <summary>A short digest of a model file and of its side-car, which changes what it does as much as its weights.</summary>
    public static string Of(string modelPath)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(modelPath));
        var sideCar = modelPath + ".json";
        if (File.Exists(sideCar)) hash.AppendData(File.ReadAllBytes(sideCar));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
