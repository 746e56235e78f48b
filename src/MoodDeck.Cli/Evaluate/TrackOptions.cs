using System.CommandLine;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Midi;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Cli.Evaluate;

/// <summary>Options of the commands that hear labelled music.</summary>
/// <param name="everyFont">Whether MIDI is played with every sound font there is, to learn from, or with one.</param>
internal sealed class TrackOptions(bool everyFont)
{
    private readonly Option<string[]> _data = new("--data")
    {
        HelpName = "TAR|ZIP|DIR", Required = true, Arity = ArgumentArity.OneOrMore,
        Description = "The music: audio, or MIDI files, which need FluidSynth and a sound font.",
    };

    private readonly Option<string[]> _labels = new("--labels")
    {
        HelpName = "FILE", Required = true, Arity = ArgumentArity.OneOrMore,
        Description = "What listeners said: a table with file, valence and arousal (-1 to 1) or quadrant, or the shares of nine felt emotions. Its rows choose the files. One for each --data, in the same order.",
    };

    private readonly Option<string[]> _fonts = new("--font")
    {
        HelpName = "SF2", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [],
        Description = everyFont ? "Sound fonts to play MIDI with, each in turn (default: all that Debian's packages installed)." : "The sound font to play MIDI with (default: the first that is installed).",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_labels);
        command.Add(_fonts);
    }

    /// <summary>Listens to all of it, with a bar on a terminal.</summary>
    public async Task<HeardTracks> HearAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (data, tables, fonts) = (parsed.GetRequiredValue(_data), parsed.GetRequiredValue(_labels), parsed.GetValue(_fonts) ?? []);
        if (data.Length != tables.Length) throw CliException.Usage($"there are {data.Length} --data, but {tables.Length} --labels. Give one --labels for each --data, in the same order.");
        if (fonts.FirstOrDefault(f => !File.Exists(f)) is { } missing) throw new CliException($"there is no sound font {missing}. Check the path, or install some with: {SoundFonts.Install}");
        if (fonts.Length == 0) fonts = [.. everyFont ? SoundFonts.Installed : SoundFonts.Installed.Take(1)];
        TrackHearer hearer = new(new MidiRenderer(), new AudioDecoder(), fonts);
        try
        {
            var labels = tables.Select(TrackLabels.Read).ToArray();
            List<HeardTrack> tracks = [];
            List<string> problems = [];
            for (var i = 0; i < data.Length; i++)
            {
                var heard = await LongWork.RunAsync($"listening to {Path.GetFileName(data[i])}", progress =>
                    hearer.HearAsync(data[i], labels[i], done => progress.Report(new(done, labels[i].Count, "")), cancel));
                tracks.AddRange(heard.Tracks);
                problems.AddRange(heard.Problems);
            }

            foreach (var problem in problems) await Console.Error.WriteLineAsync($"skipped {problem}");
            return new(tracks, problems);
        }
        catch (Exception e) when (e is TrackDataException or InvalidDataException or IOException)
        {
            throw new CliException(e.Message, cause: e);
        }
    }
}
