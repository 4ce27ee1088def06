using System.Globalization;
using Stemma.GraphModel.Database;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>
/// Runs one scenario on a new graph and returns what went wrong, if anything. Strict: integers are not floats, column names are exact, an error must have the expected type,
/// phase and detail, side effects are the observable difference, and a failed query must have none.
/// </summary>
internal sealed class ScenarioRunner
{
    private readonly ScenarioSetup _setup;
    private TckOutcome? _outcome;
    private SortedDictionary<string, int> _effects = [];
    private bool _isFaultExpected;

    private ScenarioRunner(ScenarioSetup setup) => _setup = setup;

    /// <summary>Null if the scenario passes, otherwise the reason for the failure.</summary>
    /// <param name="scenario">Scenario to run.</param>
    /// <param name="setup">A new setup.</param>
    public static string? Run(TckScenario scenario, ScenarioSetup setup)
    {
        var runner = new ScenarioRunner(setup);
        try
        {
            return scenario.Steps.Select(runner.Take).FirstOrDefault(failure => failure is not null) ?? runner.UnexpectedFault();
        }
        catch (QueryException fault)
        {
            return $"setting up raised {fault.Code}: {fault.Message}";
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            return $"crashed with {crash.GetType().Name}: {crash.Message}";
        }
    }

    private string? Take(TckStep step) => step.Sentence switch
    {
        "executing query:" or "executing control query:" => UnexpectedFault() ?? Execute(step.Text!),
        "no side effects" => CompareEffects([]),
        "the side effects should be:" => CompareEffects(step.Table),
        _ when _setup.TryTake(step) => null,
        _ when ExpectedResult.TryRead(step) is { } result => UnexpectedFault() ?? result.Difference(_outcome!),
        _ when ExpectedError.TryRead(step.Sentence) is { } error => CompareFault(error),
        _ => $"the step '{step.Sentence}' is unknown",
    };

    private string? Execute(string query)
    {
        _setup.Database.Settle();
        var before = _setup.Database.Snapshot();
        try
        {
            _outcome = _setup.Run(query);
        }
        catch (QueryException fault)
        {
            _outcome = new TckOutcome([], [], fault);
        }

        _effects = GraphSnapshot.Difference(before, _setup.Database.Snapshot());
        return _outcome.Fault is not null && _effects.Count > 0 ? $"the fault left {Show(_effects)}" : null;
    }

    private string? UnexpectedFault() =>
        _outcome?.Fault is { } fault && !_isFaultExpected ? $"raised {Describe(fault)}: {fault.Message}" : null;

    private string? CompareFault(ExpectedError expected)
    {
        _isFaultExpected = true;
        return _outcome!.Fault switch
        {
            null => $"no error instead of {expected}",
            { } fault when !expected.IsMetBy(fault) => $"raised {Describe(fault)} ({fault.Message}) instead of {expected}",
            _ => null,
        };
    }

    private string? CompareEffects(IReadOnlyList<IReadOnlyList<string>> table)
    {
        var expected = table.Select(row => KeyValuePair.Create(row[0], int.Parse(row[1], CultureInfo.InvariantCulture))).Where(effect => effect.Value != 0);
        var wanted = new SortedDictionary<string, int>(expected.ToDictionary(), StringComparer.Ordinal);
        return wanted.SequenceEqual(_effects) ? null : $"side effects {Show(_effects)} instead of {Show(wanted)}";
    }

    private static string Describe(QueryException fault) => fault is CypherException own ? $"{own.Code} at {own.Phase}" : fault.Code;

    private static string Show(SortedDictionary<string, int> effects) =>
        effects.Count == 0 ? "none" : string.Join(", ", effects.Select(pair => $"{pair.Key} {pair.Value}"));
}
