namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>A condition that a reported number must meet to be ranked, see <see cref="ResultRule"/>.</summary>
/// <param name="Name">What the condition excludes or requires, for tests and documentation.</param>
/// <param name="Cypher">A predicate over the variables of <see cref="ResultRule.Sentence"/>.</param>
internal sealed record ResultCondition(string Name, string Cypher)
{
    /// <summary>The condition that an expression does not match a pattern.</summary>
    public static ResultCondition Not(string name, string expression, string pattern) => new(name, $"NOT {expression} =~ {Literal(pattern)}");

    /// <summary>A regular expression as a string of Cypher.</summary>
    public static string Literal(string pattern) => "'" + pattern.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal) + "'";
}
