using System.Globalization;
using System.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>
/// What a confidence is worth: of the concepts told in a role with a confidence within some bounds, the share whose role readers accept (a reliability diagram as a table: DeGroot and Fienberg 1983,
/// "The comparison and evaluation of forecasters").
/// </summary>
public sealed class Calibration
{
    /// <summary>Lower bounds of the ranges, the highest first; each ends where the one before begins.</summary>
    private static readonly double[] Bounds = [0.9, 0.8, 0.65, 0.5, 0.35, 0];

    private readonly Dictionary<(ConceptRole Role, int Range), Tally> _ranges = [];

    /// <summary>Adds a concept told.</summary>
    /// <param name="role">The role told.</param>
    /// <param name="confidence">0 to 1.</param>
    /// <param name="isRight">True where readers accept concept and role.</param>
    public void Add(ConceptRole role, double confidence, bool isRight)
    {
        var tally = In(role, Array.FindIndex(Bounds, bound => confidence >= bound));
        tally.Found++;
        tally.Right += isRight ? 1 : 0;
    }

    /// <summary>Concepts told in a role with a confidence from a bound up to the next: how many, and how many of them are right.</summary>
    public Tally In(ConceptRole role, double bound) => In(role, Array.IndexOf(Bounds, bound));

    /// <summary>One row a role with what readers confirm in each range, and in how many cases.</summary>
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
