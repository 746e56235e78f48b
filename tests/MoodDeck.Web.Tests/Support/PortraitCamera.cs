using System.Diagnostics;
using System.Globalization;

namespace MoodDeck.Web.Tests.Support;

/// <summary>A few seconds of video of a portrait that sways a little, as a file that Chromium takes for a camera.</summary>
internal sealed class PortraitCamera : IDisposable
{
    /// <summary>Size of a frame, in pixels.</summary>
    public const int Width = 640, Height = 480;

    // The part of the 512 x 512 portrait that is filmed, how far it sways, and how much it is enlarged.
    private const double Left = 20, Top = 10, Shown = 480, Sway = 6, Zoom = Width / Shown;

    /// <summary>Middle of the face in a frame, give or take the sway.</summary>
    public const double FaceX = (222 - Left - Sway) * Zoom, FaceY = (132 - Top) * Zoom;

    /// <summary>Half the height of the face in a frame.</summary>
    public const double FaceRadius = 56 * Zoom;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-camera-");

    public static string Portrait => Path.Combine(AppContext.BaseDirectory, "assets", "astronaut.png");

    public async Task<string> FileAsync()
    {
        var path = Path.Combine(_folder.FullName, "portrait.y4m");
        var crop = string.Create(CultureInfo.InvariantCulture, $"crop={Shown}:{Shown * Height / Width}:{Left + Sway}+{Sway}*sin(2*PI*t/4):{Top},scale={Width}:{Height},format=yuv420p");
        var ffmpeg = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-loop", "1", "-framerate", "10", "-t", "4", "-i", Portrait, "-vf", crop, path]);
        using var run = Process.Start(ffmpeg)!;
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? path : throw new InvalidOperationException("ffmpeg could not make the camera's picture.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
