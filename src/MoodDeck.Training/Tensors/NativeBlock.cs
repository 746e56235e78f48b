using System.Runtime.InteropServices;

namespace MoodDeck.Training.Tensors;

/// <summary>Native memory for tensors.</summary>
internal static unsafe partial class NativeBlock
{
    private const nuint Alignment = 64;
    private const nuint HugePage = 2 << 20;

    // MADV_HUGEPAGE of Linux's madvise.
    private const int AdviseHugePages = 14;

    /// <summary>
    /// Zeroed memory, aligned to 64 bytes at least. A layer sweeps over tens of megabytes in a step, and with pages of 4 KiB
    /// finding them costs time of its own; Linux is asked for pages of 2 MiB where a block fills several.
    /// </summary>
    public static float* Allocate(long floats)
    {
        var bytes = (nuint)floats * sizeof(float);
        var isLarge = bytes >= 2 * HugePage && OperatingSystem.IsLinux();
        var block = NativeMemory.AlignedAlloc(bytes, isLarge ? HugePage : Alignment);
        if (isLarge) _ = Advise(block, bytes / HugePage * HugePage, AdviseHugePages); // only a wish: refused is as good
        NativeMemory.Clear(block, bytes);
        return (float*)block;
    }

    /// <summary>Frees what <see cref="Allocate"/> gave.</summary>
    public static void Free(float* block) => NativeMemory.AlignedFree(block);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);
}
