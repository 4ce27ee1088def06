using CsCheck;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;
using Xunit;

namespace Stemma.GraphQueryTests.Syntax;

/// <summary>Passes random tokens to the parser: the result is a query or an error with a position.</summary>
public sealed class ParserFuzzTests
{
    private static readonly string[] Words =
    [
        "MATCH", "RETURN", "WHERE", "WITH", "UNWIND", "AS", "CREATE", "SET", "CASE", "WHEN", "THEN", "END", "NOT", "AND", "IN", "EXISTS", "CALL", "YIELD", "UNION",
        "(", ")", "[", "]", "{", "}", ",", ":", "|", ".", "..", "-", "->", "<-", "*", "+", "=", "<>", "n", "m", "`q`", "1", "2.5", "'s'", "$p", "null", "count(*)", "f(",
    ];

    [Fact]
    public void Any_row_of_words_is_a_query_or_a_fault_with_a_place() =>
        Choice.Of(Words).Array[1, 14].Sample(
            words =>
            {
                var text = string.Join(' ', words);
                try
                {
                    var printed = QueryParser.Parse(text).ToString();
                    Assert.Equal(printed, QueryParser.Parse(printed).ToString());
                    _ = new CypherEngine(ProcedureCatalog.Empty, TimeProvider.System).IsWrite(text);
                }
                catch (CypherException fault)
                {
                    Assert.NotNull(fault.Position);
                    Assert.Equal(CypherPhase.Compile, fault.Phase);
                    Assert.InRange(fault.Position.Value.Offset, 0, text.Length);
                }
            },
            iter: 20_000,
            threads: 1,
            seed: "0000KOIKKeB4");
}
