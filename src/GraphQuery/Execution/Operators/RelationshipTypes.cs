using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>A condition on relationship types: a list of names that are looked up in adjacency lists, or any other expression that is evaluated per relationship.</summary>
internal sealed class RelationshipTypes
{
    private readonly int[]? _names;
    private readonly LabelMatcher? _matcher;

    /// <summary>Compiles a condition; null accepts all types.</summary>
    public RelationshipTypes(LabelExpression? types, StatementNames names)
    {
        _names = types is null ? null : TypeNames.Of(types)?.Select(names.Type).ToArray();
        _matcher = types is null || _names is not null ? null : LabelMatcher.Compile(types, names, ofTypes: true);
    }

    /// <summary>Whether every relationship found by one of the tokens satisfies the condition.</summary>
    public bool AcceptsAll => _matcher is null;

    /// <summary>Type tokens to look up, where −1 means all types; names unknown to the graph are omitted.</summary>
    public int[] Tokens(RunContext context)
    {
        if (_names is null)
        {
            return [-1];
        }

        var tokens = new List<int>(_names.Length);
        foreach (var name in _names)
        {
            if (context.Types[name] is var token and >= 0)
            {
                tokens.Add(token);
            }
        }

        return [.. tokens];
    }

    /// <summary>Whether a relationship found by one of the tokens satisfies the condition.</summary>
    public bool Accepts(RunContext context, int relationship) => _matcher is null || _matcher.MatchesRelationship(context, relationship);

    /// <summary>Whether an arbitrary relationship satisfies the condition.</summary>
    public bool Matches(RunContext context, int relationship)
    {
        if (_names is null)
        {
            return Accepts(context, relationship);
        }

        var type = context.Graph.TypeOf(relationship);
        foreach (var name in _names)
        {
            if (context.Types[name] == type)
            {
                return true;
            }
        }

        return false;
    }
}
