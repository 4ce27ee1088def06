using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Syntax;

/// <summary>A type as written after <c>IS ::</c>: at least one alternative.</summary>
internal sealed record CypherType(IReadOnlyList<TypeAlternative> Alternatives)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" | ", Alternatives);
}

/// <summary>One alternative of a type.</summary>
/// <param name="Name">As printed: <c>INTEGER</c>, <c>ZONED DATETIME</c>.</param>
/// <param name="Kinds">Kinds of value; none for NULL and NOTHING.</param>
/// <param name="Items">Type of a list's items; null for any.</param>
/// <param name="TakesNull">Whether null is of this type as well.</param>
internal sealed record TypeAlternative(string Name, ValueKinds Kinds, CypherType? Items, bool TakesNull)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}{(Items is null ? "" : $"<{Items}>")}{(TakesNull || Kinds == ValueKinds.None ? "" : " NOT NULL")}";
}
