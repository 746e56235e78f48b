using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Listeners;

public sealed class PersonalFaceStoreTests : IDisposable
{
    private readonly TestLibrary _library = new();

    private IPersonalFaceStore Store => _library.Get<IPersonalFaceStore>();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task FindAsync_NothingStored_IsEmpty()
    {
        var face = await Store.FindAsync("default");
        Assert.Empty(face!.Rests);
        Assert.Empty(face.Corrections);
        Assert.Null(await Store.FindAsync("nobody"));
        Assert.Null(await Store.StampAsync("nobody"));
    }

    [Fact]
    public async Task StoreRestAsync_Again_ReplacesThatOfTheSameModelOnly()
    {
        Assert.True(await Store.StoreRestAsync("default", Rest("a", 10)));
        Assert.True(await Store.StoreRestAsync("default", Rest("b", 20)));
        Assert.True(await Store.StoreRestAsync("default", Rest("a", 30)));
        Assert.False(await Store.StoreRestAsync("nobody", Rest("a", 10)));

        var rests = (await Store.FindAsync("default"))!.Rests;
        Assert.Equal([("b", 20), ("a", 30)], rests.Select(r => (r.Face.ModelId, r.Face.Readings)));
        Assert.Equal(Rest("a", 30).LogScores, rests[1].Face.LogScores);
        Assert.Equal([0.5f, -1.25f, 1e-7f], rests[1].Face.Embedding.ToArray());
        Assert.Equal(2, await Store.EraseRestAsync("default"));
        Assert.Empty((await Store.FindAsync("default"))!.Rests);
    }

    [Fact]
    public async Task AddCorrectionAsync_Several_ComeBackOldestFirst()
    {
        var first = await Store.AddCorrectionAsync("default", Corrected(Emotion.Sadness));
        var second = await Store.AddCorrectionAsync("default", Corrected(Emotion.Contempt, "b"));
        Assert.Null(await Store.AddCorrectionAsync("nobody", Corrected(Emotion.Sadness)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AddCorrectionAsync("default", Corrected(Emotion.Sadness) with { Embedding = default }));

        var stored = (await Store.FindAsync("default"))!.Corrections;
        Assert.Equal([(first!.Id, Emotion.Sadness, "a"), (second!.Id, Emotion.Contempt, "b")], stored.Select(c => (c.Id, c.Face.Label, c.Face.ModelId)));
        Assert.Equal(0.3, stored[0].Face.Said[Emotion.Neutral], 12);
        Assert.Equal([1f, 2f], stored[0].Face.Embedding.ToArray());
    }

    [Fact]
    public async Task EraseCorrectionAsync_OneLastAll_ErasesJustThat()
    {
        List<long> ids = [];
        foreach (var label in Emotions.All) ids.Add((await Store.AddCorrectionAsync("default", Corrected(label)))!.Id);
        Assert.Equal(Emotion.Surprise, (await Store.EraseCorrectionAsync("default", ids[2]))!.Face.Label);
        Assert.Null(await Store.EraseCorrectionAsync("default", ids[2]));
        Assert.Null(await Store.EraseCorrectionAsync("nobody", ids[3]));
        Assert.Equal(Emotion.Contempt, (await Store.EraseCorrectionAsync("default", null))!.Face.Label);
        Assert.True((await Store.AddCorrectionAsync("default", Corrected(Emotion.Fear)))!.Id > ids[^1]);
        Assert.Equal(7, await Store.EraseCorrectionsAsync("default"));
        Assert.Null(await Store.EraseCorrectionAsync("default", null));
    }

    [Fact]
    public async Task AddCorrectionAsync_MoreThanAreKept_OldestOfThatModelFallsOut()
    {
        var other = await Store.AddCorrectionAsync("default", Corrected(Emotion.Fear, "b"));
        for (var i = 0; i < IPersonalFaceStore.MostCorrections + 2; i++) await Store.AddCorrectionAsync("default", Corrected(i < 2 ? Emotion.Anger : Emotion.Sadness));
        var kept = (await Store.FindAsync("default"))!.Corrections;
        Assert.Equal(IPersonalFaceStore.MostCorrections + 1, kept.Count);
        Assert.Equal(other!.Id, kept[0].Id);
        Assert.DoesNotContain(kept, c => c.Face.Label == Emotion.Anger);
    }

    [Fact]
    public async Task StampAsync_AnyChange_IsAnother()
    {
        List<string?> stamps = [await Store.StampAsync("default")];
        async Task NextAsync<T>(Task<T> change)
        {
            await change;
            stamps.Add(await Store.StampAsync("default"));
        }

        await NextAsync(Store.AddCorrectionAsync("default", Corrected(Emotion.Fear)));
        await NextAsync(Store.AddCorrectionAsync("default", Corrected(Emotion.Fear)));
        await NextAsync(Store.StoreRestAsync("default", Rest("a", 1)));
        await NextAsync(Store.StoreRestAsync("default", Rest("a", 2)));
        await NextAsync(Store.EraseCorrectionAsync("default", null));
        await NextAsync(Store.EraseRestAsync("default"));
        Assert.All(stamps.Zip(stamps.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(stamps[1], stamps[^1]);
    }

    [Fact]
    public async Task DeleteListener_WithAFace_TakesItAlong()
    {
        await Store.StoreRestAsync("default", Rest("a", 1));
        await Store.AddCorrectionAsync("default", Corrected(Emotion.Fear));
        using var connection = _library.Database.Connect();
        connection.Execute("DELETE FROM listeners WHERE id = 'default'");
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT (SELECT count(*) FROM resting_faces) + (SELECT count(*) FROM face_corrections)"));
    }

    private static FaceAtRest Rest(string model, int readings) => new(model, readings, [-0.5, -1, -2, -3, -4, -5, -6, -7], new[] { 0.5f, -1.25f, 1e-7f });

    private static CorrectedFace Corrected(Emotion label, string model = "a") =>
        new(model, label, EmotionScores.FromWeights([3, 1, 1, 1, 1, 1, 1, 1]), new[] { 1f, 2f });
}
