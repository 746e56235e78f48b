namespace MoodDeck.Training.Kernels;

/// <summary>
/// Memory that a job needs only while it runs, shared by all layers of a network. Each piece keeps the size it once grew
/// to, so that a training step allocates nothing once warm.
/// </summary>
internal sealed class ScratchPool
{
    private readonly Lock _lock = new();
    private readonly Stack<Tensor> _free = new();

    /// <summary>Borrows at least <paramref name="floats"/> floats of undefined contents until the lease is disposed.</summary>
    public Lease Rent(int floats)
    {
        Tensor? tensor;
        lock (_lock) _free.TryPop(out tensor);
        return new(this, (tensor ?? new Tensor()).Resize(new(1, 1, 1, floats)));
    }

    /// <summary>Borrowed memory.</summary>
    internal readonly unsafe struct Lease(ScratchPool pool, Tensor tensor) : IDisposable
    {
        /// <summary>The first float, aligned to 64 bytes.</summary>
        public float* Data => tensor.Data;

        /// <inheritdoc/>
        public void Dispose()
        {
            lock (pool._lock) pool._free.Push(tensor);
        }
    }
}
