using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses label and type expressions; from lowest to highest precedence: <c>|</c>, <c>&amp;</c> and <c>:</c>, <c>!</c>.</summary>
internal sealed class LabelParser(TokenReader reader, ExpressionParser expressions)
{
    /// <summary>Parses the part after a colon: <c>A:B</c>, <c>A|B</c>, <c>A&amp;B</c>, <c>!A</c>, <c>%</c>, <c>$(x)</c>, parentheses.</summary>
    public LabelExpression Parse(bool alternatives = true)
    {
        using var level = reader.Enter();
        var left = ParseConjunction();
        var count = 1;
        while (alternatives && reader.Is(TokenKind.Bar) && (BeginsLabel(reader.Ahead(1).Kind) || IsComputed(1)))
        {
            reader.Take();
            reader.TryTake(TokenKind.Colon);
            left = new EitherLabel(left, ParseConjunction());
            RequireFew(++count);
        }

        return left;
    }

    /// <summary>Whether <c>$(</c>, <c>$all(</c> or <c>$any(</c> starts this many tokens ahead.</summary>
    public bool IsComputed(int ahead) => reader.Ahead(ahead).Kind == TokenKind.Dollar
        && reader.Ahead(reader.Ahead(ahead + 1).IsKeyword("all") || reader.Ahead(ahead + 1).IsKeyword("any") ? ahead + 2 : ahead + 1).Kind == TokenKind.LeftParenthesis;

    private static bool BeginsLabel(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.QuotedName or TokenKind.Colon or TokenKind.Exclamation or TokenKind.Percent or TokenKind.LeftParenthesis;

    private LabelExpression ParseConjunction()
    {
        var left = ParseAtom();
        var count = 1;
        while (reader.Is(TokenKind.Ampersand) || (reader.Is(TokenKind.Colon) && (reader.Ahead(1).Kind is TokenKind.Name or TokenKind.QuotedName || IsComputed(1))))
        {
            reader.Take();
            left = new BothLabels(left, ParseAtom());
            RequireFew(++count);
        }

        return left;
    }

    private void RequireFew(int count)
    {
        if (count > TokenReader.MaxDepth)
        {
            throw SyntaxFault.At(reader.Text, reader.Current.Span.Start, CypherErrorType.LimitError, "QueryTooDeep", $"More than {TokenReader.MaxDepth} labels are joined.");
        }
    }

    private LabelExpression ParseAtom()
    {
        using var level = reader.Enter();
        if (reader.TryTake(TokenKind.Exclamation))
        {
            return new NotLabel(ParseAtom());
        }

        if (IsComputed(0))
        {
            return ParseComputed();
        }

        if (reader.TryTake(TokenKind.Percent))
        {
            return new AnyLabel();
        }

        if (reader.TryTake(TokenKind.LeftParenthesis))
        {
            var inner = Parse();
            reader.Expect(TokenKind.RightParenthesis, "')'");
            return inner;
        }

        var name = reader.ExpectName("a label or type");
        return new LabelName(name.Text, name.Span);
    }

    private ComputedLabel ParseComputed()
    {
        reader.Take();
        var any = reader.TryTake("any");
        _ = any || reader.TryTake("all");
        reader.Take();
        var value = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new ComputedLabel(value, any);
    }
}
