using MoodDeck.Audio.Midi;

namespace MoodDeck.Audio.Tests.Midi;

public sealed class MidiRendererTests : IDisposable
{
    // One track of two quarter notes, C4 and G4, at 120 beats a minute.
    private static readonly byte[] s_twoNotes =
    [
        .. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, 0, 96,
        .. "MTrk"u8, 0, 0, 0, 20, 0, 0x90, 60, 100, 96, 0x80, 60, 0, 0, 0x90, 67, 100, 96, 0x80, 67, 0, 0, 0xFF, 0x2F, 0,
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Render_WithoutFluidSynth_NamesThePackages()
    {
        var failure = (await new MidiRenderer(new() { FluidsynthPath = "no-such-synthesiser" }).RenderAsync(Midi(), Midi(), TestContext.Current.CancellationToken)).Failure;
        Assert.Equal(AudioProblem.ToolMissing, failure?.Problem);
        Assert.Contains("apt-get install fluidsynth fluid-soundfont-gm", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_MissingFile_SaysSo() =>
        Assert.Equal(AudioProblem.Missing, (await new MidiRenderer().RenderAsync("/no/such.mid", Midi(), TestContext.Current.CancellationToken)).Failure?.Problem);

    [Fact]
    public async Task Render_TwoNotes_SoundFromTheFirstOn()
    {
        var clip = (await new MidiRenderer().RenderAsync(Midi(), Font(), TestContext.Current.CancellationToken)).Value!;
        Assert.InRange(clip.DurationSeconds, 1, 8);
        Assert.True(clip.Samples.Take(clip.SampleRateHertz / 2).Max(Math.Abs) > 0.005f);
    }

    [Fact]
    public async Task Render_WhatIsNoMidi_SaysSo()
    {
        var path = _folder.Write("no.mid", "nothing of the kind"u8);
        Assert.Equal(AudioProblem.NotAudio, (await new MidiRenderer().RenderAsync(path, Font(), TestContext.Current.CancellationToken)).Failure?.Problem);
    }

    private static string Font()
    {
        Assert.SkipWhen(SoundFonts.Installed.Count == 0 || !File.Exists("/usr/bin/fluidsynth"), $"There is no FluidSynth or no sound font. Install with: {SoundFonts.Install}");
        return SoundFonts.Installed[0];
    }

    private string Midi() => _folder.Write("two.mid", s_twoNotes);
}
