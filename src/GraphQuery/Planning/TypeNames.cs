using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>Converts a condition on relationship types to a list of names, which can be looked up in adjacency lists.</summary>
internal static class TypeNames
{
    /// <summary>The names of <c>A|B|C</c>, empty for no condition, null for any other form of condition.</summary>
    public static IReadOnlyList<string>? ListOf(LabelExpression? types) => types is null ? [] : Of(types);

    /// <summary>The names of <c>A|B|C</c>, or null for any other form of condition.</summary>
    public static IReadOnlyList<string>? Of(LabelExpression? types) => types switch
    {
        LabelName name => [name.Name],
        EitherLabel either when Of(either.Left) is { } left && Of(either.Right) is { } right => [.. left.Union(right, StringComparer.Ordinal)],
        _ => null,
    };
}
