using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>
/// Runs one scenario on a new graph and says what went wrong, if anything. Strict: integers are not floats, column names are exact, an error must have the expected type,
/// phase and detail, side effects are compared as the observable difference, and a fault must leave none.
/// </summary>
internal sealed class ScenarioRunner
{
    private readonly string _graphsDirectory;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, GraphValue> _parameters = [];
    private readonly List<IProcedure> _procedures = [];
    private readonly TckDatabase _database = new();
    private TckOutcome? _outcome;
    private SortedDictionary<string, int> _effects = [];
    private bool _isFaultExpected;

    private ScenarioRunner(string graphsDirectory, CancellationToken cancellationToken)
    {
        _graphsDirectory = graphsDirectory;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Null where the scenario passes, else the reason why not.</summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="graphsDirectory">Where the named graphs are.</param>
    /// <param name="cancellationToken">Stops a query that hangs.</param>
    public static string? Run(TckScenario scenario, string graphsDirectory, CancellationToken cancellationToken)
    {
        var runner = new ScenarioRunner(graphsDirectory, cancellationToken);
        try
        {
            return scenario.Steps.Select(runner.Take).FirstOrDefault(failure => failure is not null) ?? runner.UnexpectedFault();
        }
        catch (CypherException fault)
        {
            return $"setting up raised {fault.Code}: {fault.Message}";
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            return $"crashed with {crash.GetType().Name}: {crash.Message}";
        }
    }

    private string? Take(TckStep step)
    {
        switch (step.Sentence)
        {
            case "an empty graph" or "any graph":
                return null;
            case "having executed:":
                _database.Run(step.Text!, _parameters, ProcedureCatalog.Empty, _cancellationToken);
                return null;
            case "parameters are:":
                return TakeParameters(step);
            case "executing query:" or "executing control query:":
                return UnexpectedFault() ?? Execute(step.Text!);
            case "no side effects":
                return CompareEffects(new Dictionary<string, int>());
            case "the side effects should be:":
                return CompareEffects(step.Table.ToDictionary(row => row[0], row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
            default:
                return TakeOther(step);
        }
    }

    private string? TakeOther(TckStep step)
    {
        if (ExpectedResult.TryRead(step) is { } result)
        {
            return UnexpectedFault() ?? result.Difference(_outcome!);
        }

        if (ExpectedError.TryRead(step.Sentence) is { } error)
        {
            _isFaultExpected = true;
            return CompareFault(error);
        }

        if (step.Sentence.StartsWith("there exists a procedure", StringComparison.Ordinal))
        {
            _procedures.Add(TableProcedure.Read(step));
            return null;
        }

        if (step.Sentence.StartsWith("the ", StringComparison.Ordinal) && step.Sentence.EndsWith(" graph", StringComparison.Ordinal))
        {
            var name = step.Sentence["the ".Length..^" graph".Length];
            var statement = File.ReadAllText(Path.Combine(_graphsDirectory, name, name + ".cypher"));
            _database.Run(statement, _parameters, ProcedureCatalog.Empty, _cancellationToken);
            return null;
        }

        return $"the step '{step.Sentence}' is unknown";
    }

    private string? TakeParameters(TckStep step)
    {
        foreach (var row in step.Table)
        {
            _parameters[row[0]] = TckValueReader.Read(row[1]);
        }

        return null;
    }

    private string? Execute(string query)
    {
        var before = GraphSnapshot.Of(_database.Graph);
        try
        {
            _outcome = _database.Run(query, _parameters, new ProcedureCatalog(_procedures), _cancellationToken);
        }
        catch (CypherException fault)
        {
            _outcome = new TckOutcome([], [], fault);
        }

        _effects = GraphSnapshot.Difference(before, GraphSnapshot.Of(_database.Graph));
        return _outcome.Fault is not null && _effects.Count > 0 ? $"the fault left {Show(_effects)}" : null;
    }

    private string? UnexpectedFault() =>
        _outcome?.Fault is { } fault && !_isFaultExpected ? $"raised {fault.Code} at {fault.Phase}: {fault.Message}" : null;

    private string? CompareFault(ExpectedError expected) => _outcome!.Fault switch
    {
        null => $"no error instead of {expected}",
        { } fault when !expected.IsMetBy(fault) => $"raised {fault.Code} at {fault.Phase} ({fault.Message}) instead of {expected}",
        _ => null,
    };

    private string? CompareEffects(IReadOnlyDictionary<string, int> expected)
    {
        var wanted = new SortedDictionary<string, int>(expected.Where(pair => pair.Value != 0).ToDictionary(), StringComparer.Ordinal);
        return wanted.SequenceEqual(_effects) ? null : $"side effects {Show(_effects)} instead of {Show(wanted)}";
    }

    private static string Show(SortedDictionary<string, int> effects) =>
        effects.Count == 0 ? "none" : string.Join(", ", effects.Select(pair => $"{pair.Key} {pair.Value}"));
}
