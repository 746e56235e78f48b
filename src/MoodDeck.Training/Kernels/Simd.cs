using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// One SIMD register of floats. The kernels are written once against this and compiled twice, for 256 and for 512 bits,
/// because a struct type argument makes the JIT specialise and inline.
/// </summary>
/// <typeparam name="TSelf">The register type itself.</typeparam>
internal unsafe interface ISimd<TSelf>
    where TSelf : struct, ISimd<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf Load(float* p);

    static abstract TSelf Broadcast(float value);

    static abstract void Store(float* p, TSelf v);

    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Sub(TSelf a, TSelf b);

    static abstract TSelf Mul(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    static abstract TSelf KeepWherePositive(TSelf condition, TSelf value);
}

/// <summary>Eight floats (AVX2).</summary>
internal readonly unsafe struct Simd256(Vector256<float> v) : ISimd<Simd256>
{
    private readonly Vector256<float> _v = v;

    public static int Width => 8;

    public static Simd256 Zero { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector256<float>.Zero); }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Load(float* p) => new(Vector256.Load(p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Broadcast(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* p, Simd256 v) => v._v.Store(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Fma(Simd256 a, Simd256 b, Simd256 c) => new(Vector256.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Add(Simd256 a, Simd256 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Sub(Simd256 a, Simd256 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Mul(Simd256 a, Simd256 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 Max(Simd256 a, Simd256 b) => new(Vector256.MaxNative(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256 KeepWherePositive(Simd256 condition, Simd256 value) =>
        new(Vector256.GreaterThan(condition._v, Vector256<float>.Zero) & value._v);
}

/// <summary>Sixteen floats (AVX-512).</summary>
internal readonly unsafe struct Simd512(Vector512<float> v) : ISimd<Simd512>
{
    private readonly Vector512<float> _v = v;

    public static int Width => 16;

    public static Simd512 Zero { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => new(Vector512<float>.Zero); }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Load(float* p) => new(Vector512.Load(p));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* p, Simd512 v) => v._v.Store(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Fma(Simd512 a, Simd512 b, Simd512 c) => new(Vector512.FusedMultiplyAdd(a._v, b._v, c._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Add(Simd512 a, Simd512 b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Sub(Simd512 a, Simd512 b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Mul(Simd512 a, Simd512 b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 Max(Simd512 a, Simd512 b) => new(Vector512.MaxNative(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512 KeepWherePositive(Simd512 condition, Simd512 value) =>
        new(Vector512.GreaterThan(condition._v, Vector512<float>.Zero) & value._v);
}

/// <summary>One float, for the channels that do not fill a register.</summary>
internal readonly unsafe struct SimdOne(float v) : ISimd<SimdOne>
{
    private readonly float _v = v;

    public static int Width => 1;

    public static SimdOne Zero => default;

    public static SimdOne Load(float* p) => new(*p);

    public static SimdOne Broadcast(float value) => new(value);

    public static void Store(float* p, SimdOne v) => *p = v._v;

    public static SimdOne Fma(SimdOne a, SimdOne b, SimdOne c) => new(MathF.FusedMultiplyAdd(a._v, b._v, c._v));

    public static SimdOne Add(SimdOne a, SimdOne b) => new(a._v + b._v);

    public static SimdOne Sub(SimdOne a, SimdOne b) => new(a._v - b._v);

    public static SimdOne Mul(SimdOne a, SimdOne b) => new(a._v * b._v);

    public static SimdOne Max(SimdOne a, SimdOne b) => new(MathF.Max(a._v, b._v));

    public static SimdOne KeepWherePositive(SimdOne condition, SimdOne value) => new(condition._v > 0 ? value._v : 0);
}
