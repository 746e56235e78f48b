using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Mtcnn;

namespace MoodDeck.Vision.Tests.Faces.Mtcnn;

public sealed class MtcnnWindowTests
{
    [Fact]
    public void Decode_WhatWasEncoded_GivesTheFaceBack()
    {
        FaceBox window = new(10, 20, 40, 40), face = new(14, 17, 30, 45);
        Span<float> offsets = stackalloc float[MtcnnWindow.OffsetCount];

        MtcnnWindow.Encode(window, face, offsets);

        Assert.Equal([0.1f, -0.075f, -0.15f, 0.05f], offsets.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        var back = MtcnnWindow.Decode(window, offsets);
        Assert.Equal(face.X, back.X, 1e-4);
        Assert.Equal(face.Bottom, back.Bottom, 1e-4);
        Assert.Equal(face.Width, back.Width, 1e-4);
    }

    [Fact]
    public void Square_OfATallBox_HasItsCentreAndHeight() => Assert.Equal(new FaceBox(5, 0, 40, 40), MtcnnWindow.Square(new(10, 0, 30, 40)));
}
