using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend.Columns;

/// <summary>The columns of a <see cref="TrackIndex"/>, in the order of its rows, and what is worked out from them.</summary>
internal sealed class TrackColumns
{
    public TrackColumns(
        IdColumn ids, MoodColumns moods, MixColumns mixes, ulong[] songs, byte[] flags, InternedData languages, InternedData artists, InternedData genres)
    {
        (Ids, Moods, Mixes, Songs, Flags) = (ids, moods, mixes, songs, flags);
        Languages = new(FoldedText.Fold, languages);
        Artists = new(FoldedText.FoldArtist, artists);
        Genres = new(FoldedText.Fold, genres);
        ArtistRows = new(Artists, ids.Count);
        Blocks = new(moods, flags);
        ArtistMoods = new(() => new(new(this)));
    }

    public IdColumn Ids { get; }

    public MoodColumns Moods { get; }

    public MixColumns Mixes { get; }

    /// <summary>Equal for one song that came in from two sources.</summary>
    public ulong[] Songs { get; }

    /// <summary>The source, and <see cref="TrackIndex.PlayableFlag"/>.</summary>
    public byte[] Flags { get; }

    public InternedColumn Languages { get; }

    public InternedColumn Artists { get; }

    public InternedColumn Genres { get; }

    public ArtistRows ArtistRows { get; }

    public Blocks Blocks { get; }

    /// <summary>What songs are like by who made them; worked out when it is first asked for.</summary>
    public Lazy<ArtistMoods> ArtistMoods { get; }
}
