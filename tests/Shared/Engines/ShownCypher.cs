using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Xunit;

namespace Stemma.Testing.Engines;

/// <summary>Runs the Cypher text shown with an answer like a reader who copies it: without parameters, with their values inlined.</summary>
internal static partial class ShownCypher
{
    /// <summary>Asserts that the text returns the rows of the answer: the same ids in the same order.</summary>
    public static async Task AssertGivesAsync(AskAnswer answer, IGraphDatabase database, CancellationToken cancellationToken)
    {
        var text = Parameter().Replace(answer.Cypher!, match => Literal(answer.Parameters[match.Groups["name"].Value]));
        Assert.DoesNotContain("null IS NULL", text);
        Assert.All(answer.Parameters.Keys, name => Assert.Contains("$" + name, answer.Cypher));
        var rows = await database.ReadAllAsync(text, new Dictionary<string, GraphValue>(StringComparer.Ordinal), QueryOptions.Reading with { MaxRows = null }, cancellationToken);
        Assert.Equal(answer.Rows.Select(row => row.Id), rows.Rows.Select(row => row[0].AsNode().Properties["id"].AsString()));
    }

    private static string Literal(GraphValue value) => value switch
    {
        { IsNull: true } => "null",
        { IsString: true } => "'" + value.AsString().Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal) + "'",
        { IsInteger: true } => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        { Kind: GraphValueKind.List } => "[" + string.Join(", ", value.AsList().Select(Literal)) + "]",
        _ => throw new ArgumentException($"a question takes no parameter like {value}", nameof(value)),
    };

    [GeneratedRegex(@"\$(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
