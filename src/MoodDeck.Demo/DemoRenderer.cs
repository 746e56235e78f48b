using MoodDeck.Audio.Encoding;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Covers;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Pieces;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo;

/// <summary>Turns one piece into sound and picture.</summary>
internal static class DemoRenderer
{
    private const int CoverQuality = 88;

    /// <summary>Writes the sound to <paramref name="wavPath"/> and returns the cover as a JPEG.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static byte[] Render(DemoPiece piece, string wavPath, CancellationToken cancellationToken)
    {
        var score = Score.Compose(PieceBook.All[piece.Number - 1]);
        var sound = Mixer.Render(score, cancellationToken);
        WavWriter.Write(wavPath, sound.Left, sound.Right, StereoBuffer.SampleRate);
        using var cover = CoverPainter.Paint(piece);
        return JpegEncoder.Encode(cover, CoverQuality);
    }
}
