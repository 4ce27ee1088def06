using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution;

/// <summary>The state of one run: the row that all operators share, the graph, parameters, limits and counters. Not safe for threads.</summary>
internal sealed class RunContext
{
    private readonly IReadOnlyDictionary<string, GraphValue> _parameters;
    private readonly Func<Operator>[] _subplans;
    private readonly Operator?[] _subqueries;
    private readonly List<Action> _atEnd = [];

    /// <summary>Makes one for a run.</summary>
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

    /// <summary>The row: one value a slot.</summary>
    public GraphValue[] Row { get; }

    /// <summary>The graph that is read.</summary>
    public IPropertyGraph Graph { get; }

    /// <summary>The same graph for writing, or null where the statement only reads.</summary>
    public IMutablePropertyGraph? Writer { get; }

    /// <summary>Time, cancellation and memory.</summary>
    public RunLimits Limits { get; }

    /// <summary>What functions see.</summary>
    public FunctionContext Functions { get; }

    /// <summary>What was changed so far.</summary>
    public ChangeCounter Changes { get; } = new();

    /// <summary>Tokens of the labels that the statement names.</summary>
    public TokenResolver Labels { get; }

    /// <summary>Tokens of the relationship types that the statement names.</summary>
    public TokenResolver Types { get; }

    /// <summary>Tokens of the property keys that the statement names.</summary>
    public TokenResolver Keys { get; }

    /// <summary>What comparisons with codes have found, by index; null until the first row.</summary>
    public WantedCode?[] WantedCodes { get; }

    /// <summary>How long the varying parts of patterns may be that are sought by their length.</summary>
    public StepRation Ration { get; set; } = new();

    /// <summary>A parameter; all were checked to be given.</summary>
    public GraphValue Parameter(string name) => _parameters[name];

    /// <summary>The operators of a subquery, made at its first use.</summary>
    public Operator Subquery(int index) => _subqueries[index] ??= _subplans[index]();

    /// <summary>Has something done when the run ends, if somebody says that it does: what a run that nobody ends has lent is left to the collector.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    /// <summary>Gives back what the run has lent, once nobody reads from it any more.</summary>
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
