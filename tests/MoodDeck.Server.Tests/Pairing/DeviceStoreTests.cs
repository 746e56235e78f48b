using MoodDeck.Library;
using MoodDeck.Server.Pairing.Devices;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class DeviceStoreTests : IDisposable
{
    private const int Most = 64;
    private readonly TempFolder _folder = new();

    private string ListPath => _folder.At("lan", "devices.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_Device_IsFoundByItsKeyAlone()
    {
        var store = Open();
        var key = DeviceKey.Create();
        var device = store.Add("Phone", key, Most);
        Assert.Equal(device, Open().Find(key));
        Assert.Null(store.Find(DeviceKey.Create()));
        Assert.Null(store.Find(device!.KeyHash));
        Assert.Null(store.Find(""));
    }

    [Fact]
    public void Add_BeyondTheMost_IsRefused()
    {
        var store = Open();
        Assert.NotNull(store.Add("One", DeviceKey.Create(), 1));
        Assert.Null(store.Add("Two", DeviceKey.Create(), 1));
        Assert.Single(store.List());
    }

    [Fact]
    public void Add_ManyAtOnceByTwoProcesses_KeepsAll()
    {
        DeviceStore[] stores = [Open(), Open()];
        Parallel.For(0, 40, i => Assert.NotNull(stores[i % 2].Add($"Phone {i}", DeviceKey.Create(), Most)));
        Assert.Equal(40, Open().List().Select(d => d.Id).Distinct().Count());
        Assert.Equal(stores[0].List(), stores[1].List());
    }

    [Fact]
    public void List_AfterAWriterWasKilledHalfWay_IsWhole()
    {
        var kept = Open().Add("Phone", DeviceKey.Create(), Most)!;
        var whole = File.ReadAllBytes(ListPath);
        // What such a writer leaves: part of the list under a name of its own, and the file of a lock it no longer holds.
        for (var cut = 0; cut < whole.Length; cut += 7)
        {
            File.WriteAllBytes($"{ListPath}.{cut:D32}.tmp", whole[..cut]);
            Assert.Equal([kept], Open().List());
        }

        Assert.True(File.Exists(_folder.At("lan", "lan.lock")));
        Assert.NotNull(Open().Rename(kept.Id, "Other"));
        Assert.Equal("Other", Open().List().Single().Name);
        Assert.Empty(Directory.GetFiles(_folder.At("lan"), "*.tmp"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"devices":[{"id":"a"}]}""")]
    [InlineData("""{"version":1,"devices":[null]}""")]
    [InlineData("not json")]
    public void List_Damaged_SaysWhatToDo(string content)
    {
        _folder.Write("lan/devices.json", content);
        var e = Assert.Throws<LibraryException>(() => Open().List());
        Assert.Contains("remove it and pair every device anew", e.Message, StringComparison.Ordinal);
        Assert.Throws<LibraryException>(() => Open().Add("Phone", DeviceKey.Create(), Most));
        Assert.Equal(content, File.ReadAllText(ListPath));
    }

    [Fact]
    public void Add_List_IsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions.");
            return;
        }

        Open().Add("Phone", DeviceKey.Create(), Most);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ListPath));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.At("lan")));
    }

    private DeviceStore Open() => DeviceStore.Open(DataFolder.Open(_folder.At()), TimeProvider.System);
}
