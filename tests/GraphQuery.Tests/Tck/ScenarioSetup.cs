using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The state that a scenario's <c>Given</c> steps set up: a graph, parameters, procedures.</summary>
/// <param name="database">The graph.</param>
/// <param name="graphsDirectory">Folder of the named graphs.</param>
/// <param name="cancellationToken">Stops a query that hangs.</param>
internal sealed class ScenarioSetup(ITckDatabase database, string graphsDirectory, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, GraphValue> _parameters = [];
    private readonly List<IProcedure> _procedures = [];

    /// <summary>The graph.</summary>
    public ITckDatabase Database { get; } = database;

    /// <summary>Runs the query under test, or a control query.</summary>
    public TckOutcome Run(string query, bool isReadOnly = false) =>
        Database.Run(query, _parameters, new ProcedureCatalog(_procedures), isReadOnly, cancellationToken);

    /// <summary>Executes a setup step; returns false for other steps.</summary>
    public bool TryTake(TckStep step)
    {
        switch (step.Sentence)
        {
            case "an empty graph" or "any graph":
                return true;
            case "having executed:":
                Prepare(step.Text!);
                return true;
            case "parameters are:":
                foreach (var row in step.Table)
                {
                    _parameters[row[0]] = TckValueReader.Read(row[1]);
                }

                return true;
            case var sentence when sentence.StartsWith("there exists a procedure", StringComparison.Ordinal):
                _procedures.Add(TableProcedure.Read(step));
                return true;
            case var sentence when sentence.StartsWith("the ", StringComparison.Ordinal) && sentence.EndsWith(" graph", StringComparison.Ordinal):
                var name = sentence["the ".Length..^" graph".Length];
                Prepare(File.ReadAllText(Path.Combine(graphsDirectory, name, name + ".cypher")));
                return true;
            default:
                return false;
        }
    }

    private void Prepare(string statement) => Database.Run(statement, _parameters, ProcedureCatalog.Empty, isReadOnly: false, cancellationToken);
}
