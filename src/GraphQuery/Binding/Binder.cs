using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// Binds a query: <see cref="Query"/> → <see cref="BoundStatement"/>. Names become slots, functions and procedures are found, types are checked as far
/// as they are known, aggregation is taken apart. The door of the binding stage: <see cref="QueryBinder"/> walks the clauses,
/// <see cref="PatternBinder"/>, <see cref="ProjectionBinder"/>, <see cref="UpdateBinder"/> and <see cref="CallBinder"/> bind one kind each,
/// <see cref="ExpressionBinder"/> what stands inside. No graph is needed: labels and types keep their names.
/// </summary>
internal static class Binder
{
    /// <summary>Binds a parsed query; throws a <see cref="Errors.CypherException"/> with its place where it has no meaning.</summary>
    public static BoundStatement Bind(Query query, string text, ProcedureCatalog procedures)
    {
        var context = new BindingContext(text, procedures);
        var binder = new QueryBinder(context);
        var bound = binder.BindStatement(query);
        return new BoundStatement(bound, context.Slots.Count, [.. context.Parameters.Order(StringComparer.Ordinal)], [.. context.Asked.Where(name => name.Kind != AskedKind.Key || !context.Made.Contains(name.Name))]);
    }
}

/// <summary>A bound query with what running it needs.</summary>
/// <param name="Query">Its clauses.</param>
/// <param name="SlotCount">Length of a row.</param>
/// <param name="Parameters">Names of all parameters that it reads, sorted.</param>
/// <param name="Asked">Labels, types and keys that it looks for and does not set, each once.</param>
internal sealed record BoundStatement(BoundQuery Query, int SlotCount, IReadOnlyList<string> Parameters, IReadOnlyList<AskedName> Asked);
