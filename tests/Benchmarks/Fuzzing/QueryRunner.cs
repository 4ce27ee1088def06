using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;
using Stemma.GraphQueryTests.Tck;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>Runs read queries and returns their rows as texts.</summary>
internal sealed class QueryRunner
{
    private static readonly Dictionary<string, GraphValue> NoParameters = [];
    private static readonly QueryOptions Options = QueryOptions.Reading with { MaxRows = null, Timeout = TimeSpan.FromSeconds(30) };

    private readonly CypherEngine _engine = new(ProcedureCatalog.Empty, TimeProvider.System);

    /// <summary>The rows, in result order.</summary>
    public List<string> Rows(IPropertyGraph graph, string cypher) =>
        [.. _engine.Start(graph, cypher, NoParameters, Options, CancellationToken.None).Rows.Select(row => CanonicalText.Of(row, ignoresListOrder: false))];

    /// <summary>The rows of the plan, optimised or as written; entity references are not resolved.</summary>
    public static List<string> Rows(IPropertyGraph graph, string cypher, bool optimise)
    {
        var bound = Binder.Bind(QueryParser.Parse(cypher), cypher, ProcedureCatalog.Empty);
        var compiled = StatementCompiler.Compile(Planner.Plan(bound, graph, optimise), profile: false);
        var limits = new RunLimits(TimeProvider.System, Options.Timeout, Options.MaxMemoryBytes, CancellationToken.None);
        var context = new RunContext(compiled, graph, NoParameters, limits, new FunctionContext(graph, TimeProvider.System, 1, CancellationToken.None));
        var root = compiled.Root();
        var rows = new List<string>();
        root.Open(context);
        while (root.Next(context))
        {
            rows.Add(string.Join(" | ", bound.Query.Outputs.Select(slot => ValuePrinter.Print(context.Row[slot]))));
        }

        return rows;
    }
}
