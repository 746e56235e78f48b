using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Listeners;

/// <summary>A form that says what a face in a picture shows.</summary>
/// <param name="Image">A JPEG, PNG or WebP.</param>
/// <param name="Label">What the face shows.</param>
/// <param name="Face">Which face, from 1; null when it was not said.</param>
internal sealed record CorrectionBody(ReadOnlyMemory<byte> Image, Emotion Label, int? Face)
{
    public static async Task<(CorrectionBody? Body, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!PictureForm.IsForm(request))
            return (null, ProblemKind.WrongContentType.With("The body should be multipart/form-data with the parts 'image' and 'label', and perhaps 'face'."));
        var (form, problem) = await PictureForm.ReadAsync(request, ["image", "label", "face"], cancellationToken);
        if (form is null) return (null, problem);
        var label = Emotions.Names.ToList().IndexOf(form["label"].ToString());
        if (label < 0) return (null, ProblemKind.BadOption.With($"'label' must be one of: {string.Join(", ", Emotions.Names)}."));
        int? face = null;
        if (form["face"] is [{ Length: > 0 } text, ..])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return (null, ProblemKind.BadOption.With("'face' must be a number from 1."));
            face = number;
        }

        return await PictureForm.PictureOfAsync(form, cancellationToken) is { } image
            ? (new(image, (Emotion)label, face), null)
            : (null, ProblemKind.BadRequest.With("The form has no picture. Send it as the part 'image', as a file."));
    }
}
