using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// Binds a query: <see cref="Query"/> → <see cref="BoundStatement"/>. Resolves names to slots, functions and procedures, checks types as far
/// as they are known, extracts aggregates. The entry point of the binding stage: <see cref="QueryBinder"/> binds the clauses in order,
/// <see cref="PatternBinder"/>, <see cref="ProjectionBinder"/>, <see cref="UpdateBinder"/> and <see cref="CallBinder"/> one kind of clause each,
/// <see cref="ExpressionBinder"/> the expressions in them. No graph is needed: labels and types keep their names.
/// </summary>
internal static class Binder
{
    /// <summary>Binds a parsed query; throws a <see cref="Errors.CypherException"/> with its position if the query has no meaning.</summary>
    /// <param name="query">The parsed query.</param>
    /// <param name="text">Its text, for positions of errors.</param>
    /// <param name="procedures">Procedures that can be called.</param>
    /// <param name="tick">Called for each expression; may throw to end the binding.</param>
    public static BoundStatement Bind(Query query, string text, ProcedureCatalog procedures, Action? tick = null)
    {
        var context = new BindingContext(text, procedures, tick);
        var binder = new QueryBinder(context);
        var bound = binder.BindStatement(query);
        return new BoundStatement(bound, context.Slots.Count, [.. context.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)], [.. context.Asked.Where(name => name.Kind != AskedKind.Key || !context.Made.Contains(name.Name))]);
    }
}

/// <summary>A bound query with what is needed to run it.</summary>
/// <param name="Query">The bound query.</param>
/// <param name="SlotCount">Length of a row.</param>
/// <param name="Parameters">All parameters in it, each once, sorted by name.</param>
/// <param name="Asked">Labels, types and property keys that it looks up and does not set, each once.</param>
internal sealed record BoundStatement(BoundQuery Query, int SlotCount, IReadOnlyList<Parameter> Parameters, IReadOnlyList<AskedName> Asked);
