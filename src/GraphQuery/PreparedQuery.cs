using System.Globalization;
using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery;

/// <summary>A query compiled for a graph of a given shape.</summary>
/// <param name="Mode">Whether the query is run, explained or profiled.</param>
/// <param name="Compiled">Its operators.</param>
internal sealed record PreparedQuery(QueryMode Mode, CompiledStatement Compiled)
{
    /// <summary>Column names.</summary>
    public IReadOnlyList<string> Columns => Compiled.Planned.Statement.Query.Columns;

    /// <summary>The parameters that it reads.</summary>
    public IReadOnlyList<Parameter> Parameters => Compiled.Planned.Statement.Parameters;

    /// <summary>Labels, types and property keys that it looks up.</summary>
    public IReadOnlyList<AskedName> Asked => Compiled.Planned.Statement.Asked;

    /// <summary>Whether it changes the graph.</summary>
    public bool Writes => Compiled.Writes;

    /// <summary>The first clause that changes the graph, or null.</summary>
    public WritingClause? WritingClause => Compiled.Planned.Statement.Query.WritingClause;

    /// <summary>Whether only the plan is requested.</summary>
    public bool IsExplained => Mode == QueryMode.Explain;

    /// <summary>
    /// The plan as text if it was requested, otherwise null. Shows the expected number of rows of each operator and, if profiled, the actual number and
    /// how often the operator itself read the graph.
    /// </summary>
    /// <param name="graph">The queried graph.</param>
    public string? DescribePlan(IPropertyGraph graph)
    {
        if (Mode == QueryMode.Run)
        {
            return null;
        }

        var estimates = new PlanEstimates(new GraphStatistics(graph));
        return PlanPrinter.Print(Compiled.Planned.Root, plan => $"  [{Describe(plan, estimates.Of(plan))}]");
    }

    private string Describe(Plan plan, double estimate)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(estimate):0}");
        return Compiled.Counters.TryGetValue(plan, out var counter)
            ? string.Create(CultureInfo.InvariantCulture, $"{counter.Rows} rows, {expected} expected{(Writes ? "" : $", {counter.Hits - plan.Children.Sum(HitsOf)} db hits")}")
            : expected + " rows";
    }

    private long HitsOf(Plan plan) => Compiled.Counters.TryGetValue(plan, out var counter) ? counter.Hits : 0;
}
