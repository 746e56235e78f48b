using MoodDeck.Audio.Encoding;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Covers;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Pieces;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo;

/// <summary>Turns pieces into sound and picture, one at a time.</summary>
internal sealed class DemoRenderer
{
    private const int CoverQuality = 88;
    private readonly Studio _studio = new(PieceBook.All.Max(Score.DurationOf));

    /// <summary>Writes the sound to <paramref name="wavPath"/> and returns the cover as a JPEG.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public byte[] Render(DemoPiece piece, string wavPath, CancellationToken cancellationToken)
    {
        var score = Score.Compose(PieceBook.All[piece.Number - 1]);
        var sound = _studio.Render(score, cancellationToken);
        WavWriter.Write(wavPath, sound.Left, sound.Right, StereoBuffer.SampleRate);
        using var cover = CoverPainter.Paint(piece);
        return JpegEncoder.Encode(cover, CoverQuality);
    }
}
