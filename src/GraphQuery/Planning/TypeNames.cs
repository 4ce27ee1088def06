using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>Reads a condition on relationship types as a plain list of names, which an adjacency list can be asked for.</summary>
internal static class TypeNames
{
    /// <summary>The names of <c>A|B|C</c>, empty for no condition, null for a condition that is no list of names.</summary>
    public static IReadOnlyList<string>? ListOf(LabelExpression? types) => types is null ? [] : Of(types);

    /// <summary>The names of <c>A|B|C</c>, or null where anything else is written.</summary>
    public static IReadOnlyList<string>? Of(LabelExpression? types) => types switch
    {
        LabelName name => [name.Name],
        EitherLabel either when Of(either.Left) is { } left && Of(either.Right) is { } right => [.. left.Union(right, StringComparer.Ordinal)],
        _ => null,
    };
}
