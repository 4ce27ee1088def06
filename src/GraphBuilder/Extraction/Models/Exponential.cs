namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>e^x from additions and multiplications alone, so that training gives the same bits whatever mathematics library the platform has.</summary>
internal static class Exponential
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>e^x for x ≤ 700; relative error below 1e-9 (Taylor polynomial of degree 8 on ±ln 2 / 2); 0 below -700.</summary>
    public static double Of(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        var whole = Math.Floor((x * Log2E) + 0.5);
        var r = x - (whole * Ln2);
        var sum = 1 + (r * (1 + (r / 2 * (1 + (r / 3 * (1 + (r / 4 * (1 + (r / 5 * (1 + (r / 6 * (1 + (r / 7 * (1 + (r / 8)))))))))))))));
        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }
}
