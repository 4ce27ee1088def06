using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery;

/// <summary>A query compiled for a graph of a certain shape.</summary>
/// <param name="Mode">Whether it is run, explained or profiled.</param>
/// <param name="Compiled">Its operators.</param>
internal sealed record PreparedQuery(QueryMode Mode, CompiledStatement Compiled)
{
    /// <summary>Column names.</summary>
    public IReadOnlyList<string> Columns => Compiled.Planned.Statement.Query.Columns;

    /// <summary>Names of parameters that it reads.</summary>
    public IReadOnlyList<string> Parameters => Compiled.Planned.Statement.Parameters;

    /// <summary>Whether it changes the graph.</summary>
    public bool Writes => Compiled.Writes;

    /// <summary>The first clause that changes the graph, or null.</summary>
    public WritingClause? WritingClause => Compiled.Planned.Statement.Query.WritingClause;

    /// <summary>Whether only its plan is wanted.</summary>
    public bool IsExplained => Mode == QueryMode.Explain;

    /// <summary>The plan as text where it was asked for, with the rows of each operator where they were counted; else null.</summary>
    public string? DescribePlan() => Mode switch
    {
        QueryMode.Explain => PlanPrinter.Print(Compiled.Planned.Root),
        QueryMode.Profile => PlanPrinter.Print(Compiled.Planned.Root, plan => Compiled.Counters.TryGetValue(plan, out var counter) ? $"  [{counter.Rows} rows]" : ""),
        _ => null,
    };
}
