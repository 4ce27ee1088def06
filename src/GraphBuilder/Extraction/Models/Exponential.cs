using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>e^x from basic arithmetic alone, so that training gives the same bits whatever mathematics library the platform has.</summary>
internal static class Exponential
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>
    /// e^x for x ≤ 700; relative error below 1e-9 (Taylor polynomial of degree 8 on ±ln 2 / 2); 0 below -700.
    /// Only three terms need a division: multiplying by the reciprocal of a power of two gives the same bits, and a sixth is half of a third.
    /// </summary>
    public static double Of(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        var whole = Math.Floor((x * Log2E) + 0.5);
        var r = x - (whole * Ln2);
        var third = r / 3;
        var sum = 1 + (r * (1 + (r * 0.5 * (1 + (third * (1 + (r * 0.25 * (1 + (r / 5 * (1 + (third * 0.5 * (1 + (r / 7 * (1 + (r * 0.125)))))))))))))));
        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }

    /// <summary>The same for four numbers, by the same steps in the same order, so that each has the bits of <see cref="Of(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        // Adding 1.5 · 2^52 leaves the integer in the low bits.
        const double Whole = 6755399441055744;
        var one = Vector256<double>.One;
        var whole = Vector256.Floor((x * Vector256.Create(Log2E)) + Vector256.Create(0.5));
        var r = x - (whole * Vector256.Create(Ln2));
        var third = Divide(r, 3);
        var sum = one + (r * Vector256.Create(0.125));
        sum = one + (Divide(r, 7) * sum);
        sum = one + (third * Vector256.Create(0.5) * sum);
        sum = one + (Divide(r, 5) * sum);
        sum = one + (r * Vector256.Create(0.25) * sum);
        sum = one + (third * sum);
        sum = one + (r * Vector256.Create(0.5) * sum);
        sum = one + (r * sum);
        var power = ((whole + Vector256.Create(Whole)).AsInt64() + Vector256.Create(1023L)) << 52;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-700.0)), Vector256<double>.Zero, sum * power.AsDouble());
    }

    /// <summary>
    /// The correctly rounded quotient: the product with the reciprocal, corrected by the remainder, which fused multiply-add computes exactly (Brisebarre, Muller and Raina 2004,
    /// "Accelerating correctly rounded floating-point division when the divisor is known in advance"). A division takes as long as sixteen multiplications.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Divide(Vector256<double> numbers, double divisor)
    {
        var reciprocal = Vector256.Create(1 / divisor);
        var quotient = numbers * reciprocal;
        return Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(quotient, Vector256.Create(-divisor), numbers), reciprocal, quotient);
    }
}
