using System.Text.RegularExpressions;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>A procedure that a scenario declares: it yields the rows of its table whose first cells equal the arguments.</summary>
internal sealed partial class TableProcedure : IProcedure
{
    private readonly GraphValue[][] _rows;

    private TableProcedure(ProcedureSignature signature, GraphValue[][] rows)
    {
        Signature = signature;
        _rows = rows;
    }

    public ProcedureSignature Signature { get; }

    /// <summary>Parses <c>there exists a procedure name(in :: TYPE) :: (out :: TYPE):</c> and the table below it, whose first row is a header.</summary>
    public static TableProcedure Read(TckStep step)
    {
        var match = Declaration().Match(step.Sentence);
        var signature = new ProcedureSignature(match.Groups[1].Value, [.. Fields(match.Groups[2].Value)], [.. Fields(match.Groups[3].Value)]);
        return new TableProcedure(signature, [.. step.Table.Skip(1).Select(row => row.Select(TckValueReader.Read).ToArray())]);
    }

    public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments) =>
        _rows
            .Where(row => row.Zip(arguments).All(pair => ValueEquivalence.Instance.Equals(pair.First, pair.Second)))
            .Select(row => row[arguments.Length..]);

    private static IEnumerable<ProcedureField> Fields(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split("::", StringSplitOptions.TrimEntries))
            .Select(parts => new ProcedureField(parts[0], parts[1]));

    [GeneratedRegex(@"procedure ([\w.]+)\((.*?)\) :: \((.*?)\)")]
    private static partial Regex Declaration();
}
