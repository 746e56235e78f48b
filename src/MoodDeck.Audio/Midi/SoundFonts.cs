namespace MoodDeck.Audio.Midi;

/// <summary>The General MIDI sound fonts that Debian's packages install.</summary>
public static class SoundFonts
{
    /// <summary>The command that installs the synthesiser and the first font.</summary>
    public const string Install = "apt-get install fluidsynth fluid-soundfont-gm";

    private static readonly string[] s_known =
    [
        "/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3", "/usr/share/sounds/sf3/MuseScore_General.sf3",
        "/usr/share/sounds/sf2/TimGM6mb.sf2", "/usr/share/sounds/sf2/OPL-3_FM_128M.sf2",
    ];

    /// <summary>Those that are there, the best known first.</summary>
    public static IReadOnlyList<string> Installed => [.. s_known.Where(File.Exists)];
}
