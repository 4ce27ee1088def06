namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses the part after <c>IS</c>: <c>NULL</c>, <c>:: TYPE</c>, <c>TYPED TYPE</c> or a label, each also with <c>NOT</c>.</summary>
/// <param name="reader">The tokens.</param>
/// <param name="expressions">Parses computed labels.</param>
/// <param name="alternatives">False if a bar ends the current expression.</param>
internal sealed class TestParser(TokenReader reader, ExpressionParser expressions, bool alternatives)
{
    /// <summary>Parses the test of an operand.</summary>
    public Expression Parse(Expression operand)
    {
        reader.Expect("IS");
        var negated = reader.TryTake("NOT");
        if (reader.TryTake("NULL"))
        {
            return new NullTest(operand, negated, operand.Span.To(reader.Last));
        }

        if (reader.Is("NORMALIZED") || (reader.Ahead(1).IsKeyword("NORMALIZED") && reader.Current.Text is "NFC" or "NFD" or "NFKC" or "NFKD"))
        {
            throw reader.Fault("UnsupportedStatement", "IS NORMALIZED is not supported: it takes tables of Unicode that Stemma runs without.");
        }

        if (reader.TryTake("TYPED") || TryTakeColons())
        {
            var type = new TypeParser(reader).Parse(alternatives);
            return new TypeTest(operand, type, negated, operand.Span.To(reader.Last));
        }

        return ParseLabel(operand, negated);
    }

    private bool TryTakeColons()
    {
        if (!reader.Is(TokenKind.Colon) || reader.Ahead(1).Kind != TokenKind.Colon)
        {
            return false;
        }

        reader.Take();
        reader.Take();
        return true;
    }

    private Expression ParseLabel(Expression operand, bool negated)
    {
        var parser = expressions.Patterns.Labels;
        if (!parser.IsComputed(0) && reader.Current.Kind is not (TokenKind.Name or TokenKind.QuotedName or TokenKind.Exclamation or TokenKind.Percent or TokenKind.LeftParenthesis))
        {
            throw reader.Unexpected("NULL, '::' and a type, or a label");
        }

        var labels = parser.Parse(alternatives);
        var test = new LabelTest(operand, labels, operand.Span.To(reader.Last));
        return negated ? new Unary(UnaryOperator.Not, test, test.Span) : test;
    }
}
