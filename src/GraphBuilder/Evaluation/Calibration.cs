using System.Globalization;
using System.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>
/// Reliability of confidences: of the concepts predicted in a role with a confidence in some range, the share whose role annotators accept (a reliability diagram as a
/// table: DeGroot and Fienberg 1983, "The comparison and evaluation of forecasters").
/// </summary>
public sealed class Calibration
{
    /// <summary>Lower bounds of the ranges, in descending order; each range ends where the one before begins.</summary>
    private static readonly double[] Bounds = [0.9, 0.8, 0.65, 0.5, 0.35, 0];

    private readonly Dictionary<(ConceptRole Role, int Range), Tally> _ranges = [];

    /// <summary>Adds a predicted concept.</summary>
    /// <param name="role">The predicted role.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="isRight">True if annotators accept concept and role.</param>
    public void Add(ConceptRole role, double confidence, bool isRight)
    {
        var tally = In(role, Array.FindIndex(Bounds, bound => confidence >= bound));
        tally.Found++;
        tally.Right += isRight ? 1 : 0;
    }

    /// <summary>Predictions in a role with a confidence in the range that starts at a bound: their number, and how many of them are right.</summary>
    public Tally In(ConceptRole role, double bound) => In(role, Array.IndexOf(Bounds, bound));

    /// <summary>One row per role, with precision and number of predictions in each range.</summary>
    public override string ToString()
    {
        var table = new StringBuilder("confidence from   ");
        table.AppendJoin("", Bounds.Select(bound => string.Create(CultureInfo.InvariantCulture, $"{bound,16:0.##}"))).Append('\n');
        foreach (var role in Enum.GetValues<ConceptRole>())
        {
            var cells = Enumerable.Range(0, Bounds.Length).Select(range => In(role, range))
                .Select(tally => tally.Found == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{tally.Precision:F3} of {tally.Found}"));
            table.Append(CultureInfo.InvariantCulture, $"  {role.ToExportName(),-16}").AppendJoin("", cells.Select(cell => cell.PadLeft(16))).Append('\n');
        }

        return table.ToString();
    }

    private Tally In(ConceptRole role, int range)
    {
        if (!_ranges.TryGetValue((role, range), out var tally))
        {
            _ranges.Add((role, range), tally = new Tally());
        }

        return tally;
    }
}
