using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution;

/// <summary>The state of one run: the row that all operators share, the graph, parameters, limits and counters. Not thread-safe.</summary>
internal sealed class RunContext
{
    private readonly IReadOnlyDictionary<string, GraphValue> _parameters;
    private readonly Func<Operator>[] _subplans;
    private readonly Operator?[] _subqueries;
    private readonly List<Action> _atEnd = [];

    /// <summary>Creates the context of a run.</summary>
    public RunContext(CompiledStatement statement, IPropertyGraph graph, IReadOnlyDictionary<string, GraphValue> parameters, RunLimits limits, FunctionContext functions)
    {
        Graph = graph;
        Writer = statement.Writes ? graph as IMutablePropertyGraph : null;
        Row = new GraphValue[statement.SlotCount];
        Limits = limits;
        Functions = functions;
        Labels = new TokenResolver(statement.Names.Labels, graph.Labels, isFixed: Writer is null);
        Types = new TokenResolver(statement.Names.Types, graph.RelationshipTypes, isFixed: Writer is null);
        Keys = new TokenResolver(statement.Names.Keys, graph.PropertyKeys, isFixed: Writer is null);
        WantedCodes = new WantedCode?[statement.Names.CodeTests];
        _parameters = parameters;
        _subplans = statement.Subplans;
        _subqueries = new Operator?[_subplans.Length];
    }

    /// <summary>The row: one value per slot.</summary>
    public GraphValue[] Row { get; }

    /// <summary>The queried graph.</summary>
    public IPropertyGraph Graph { get; }

    /// <summary>The same graph for writing, or null if the statement only reads.</summary>
    public IMutablePropertyGraph? Writer { get; }

    /// <summary>Time limit, cancellation and memory limit.</summary>
    public RunLimits Limits { get; }

    /// <summary>Context of function calls.</summary>
    public FunctionContext Functions { get; }

    /// <summary>The changes so far.</summary>
    public ChangeCounter Changes { get; } = new();

    /// <summary>Tokens of the labels in the statement.</summary>
    public TokenResolver Labels { get; }

    /// <summary>Tokens of the relationship types in the statement.</summary>
    public TokenResolver Types { get; }

    /// <summary>Tokens of the property keys in the statement.</summary>
    public TokenResolver Keys { get; }

    /// <summary>Codes of the values in coded comparisons, by index; null until the first row.</summary>
    public WantedCode?[] WantedCodes { get; }

    /// <summary>Length limit of variable-length parts in a search by length.</summary>
    public StepRation Ration { get; set; } = new();

    /// <summary>A parameter's value; all were checked to be present.</summary>
    public GraphValue Parameter(string name) => _parameters[name];

    /// <summary>The operators of a subquery, created at first use.</summary>
    public Operator Subquery(int index) => _subqueries[index] ??= _subplans[index]();

    /// <summary>Registers an action for <see cref="End"/>. If that is never called, rented arrays are left to the garbage collector.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    /// <summary>Returns what the run has rented, once its rows are no longer read.</summary>
    public void End()
    {
        foreach (var action in _atEnd)
        {
            action();
        }

        _atEnd.Clear();
        Limits.End();
    }
}
