using Stemma.GraphModel.Database;

namespace Stemma.GraphModelTests.Database;

public sealed class QueryExceptionTests
{
    [Theory]
    [InlineData("MATCH (n)\nRETURN x", "RETURN x")]
    [InlineData("MATCH (n)\r\nRETURN x\r\nLIMIT 1", "RETURN x")]
    [InlineData("MATCH (n {a: 'b\u2028c'})\nRETURN x", "RETURN x")]
    [InlineData("MATCH\r(n)\u0085\f\u2029\nRETURN x", "RETURN x")]
    [InlineData("MATCH (n)\n'\u2028' + x", "'\u2028' + x")]
    public void The_excerpt_shows_the_line_that_the_position_names(string query, string line)
    {
        var position = TextPosition.Of(query, query.IndexOf('x', StringComparison.Ordinal));
        var fault = new QueryException("SyntaxError.X", "x is not defined", position);

        var caret = new string(' ', line.IndexOf('x', StringComparison.Ordinal));
        Assert.Equal($"x is not defined (line 2, column {caret.Length + 1}) [SyntaxError.X]\n  {line}\n  {caret}^", fault.Describe(query));
    }
}
