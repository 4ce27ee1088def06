using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphQueryTests;

/// <summary>A small graph and the engine that queries it.</summary>
internal sealed class TestGraph
{
    private static readonly Dictionary<string, GraphValue> None = [];

    /// <summary>Creates a graph by running statements.</summary>
    public TestGraph(params IEnumerable<string> statements)
    {
        Engine = new CypherEngine(new ProcedureCatalog(new NumbersProcedure()), TimeProvider.System);
        foreach (var statement in statements)
        {
            Run(statement);
        }
    }

    /// <summary>The engine.</summary>
    public CypherEngine Engine { get; }

    /// <summary>The graph.</summary>
    public ColumnGraph Graph { get; } = new();

    /// <summary>Runs a statement that may write, to completion.</summary>
    public (IReadOnlyList<string> Columns, List<GraphValue[]> Rows, QuerySummary Summary) Run(string cypher, IReadOnlyDictionary<string, GraphValue>? parameters = null) =>
        Run(cypher, parameters, QueryOptions.Writing);

    /// <summary>Runs a statement to completion.</summary>
    public (IReadOnlyList<string> Columns, List<GraphValue[]> Rows, QuerySummary Summary) Run(
        string cypher, IReadOnlyDictionary<string, GraphValue>? parameters, QueryOptions options)
    {
        var run = Engine.Start(Graph, cypher, parameters ?? None, options, TestContext.Current.CancellationToken);
        var rows = run.Rows.ToList();
        return (run.Columns, rows, run.Summary);
    }

    /// <summary>The value of a query that returns a single one.</summary>
    public GraphValue Value(string cypher) => Assert.Single(Assert.Single(Run(cypher).Rows));
}
