using System.Runtime.CompilerServices;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>
/// Parses operators by precedence climbing (Pratt 1973); <see cref="AtomParser"/> parses the operands.
/// From lowest to highest precedence: OR, XOR, AND, NOT, comparison, (IN, STARTS WITH, ENDS WITH, CONTAINS, =~, IS …), + −, * / %, ^, sign, postfix.
/// </summary>
internal sealed class ExpressionParser
{
    /// <summary>Maximum height of an expression, and so of a chain of operators.</summary>
    public const int MaxHeight = 512;

    private readonly TokenReader _reader;
    private readonly AtomParser _atoms;
    private bool _barCloses;

    /// <summary>Creates a parser over the tokens of a query.</summary>
    public ExpressionParser(TokenReader reader, QueryParser queries)
    {
        _reader = reader;
        Patterns = new PatternParser(reader, this);
        _atoms = new AtomParser(reader, this, queries);
    }

    /// <summary>The pattern parser over the same tokens.</summary>
    public PatternParser Patterns { get; }

    /// <summary>Whether a bar ends the current expression, as in a comprehension, instead of joining labels.</summary>
    public bool BarCloses => _barCloses;

    /// <summary>Parses one expression.</summary>
    public Expression Parse() => Parse(barCloses: false);

    /// <summary>Parses an expression that a bar ends: in <c>[n IN list WHERE n:A | n.key]</c>, <c>n</c> after the bar is not a label.</summary>
    public Expression ParseBeforeBar() => Parse(barCloses: true);

    private Expression Parse(bool barCloses)
    {
        var before = _barCloses;
        _barCloses = barCloses;
        Expression expression;
        try
        {
            expression = Parse(Precedence.Or);
        }
        finally
        {
            // A failed attempt at a pattern continues with the state before it.
            _barCloses = before;
        }

        _reader.Tallest = Math.Max(_reader.Tallest, expression.Height);
        return expression;
    }

    /// <summary>Parses list items up to and including the closing parenthesis or bracket.</summary>
    public IReadOnlyList<Expression> ParseListUntil(TokenKind close, string wanted)
    {
        var items = new List<Expression>();
        if (_reader.TryTake(close))
        {
            return items;
        }

        do
        {
            items.Add(Parse());
        }
        while (_reader.TryTake(TokenKind.Comma));
        _reader.Expect(close, wanted);
        return items;
    }

    /// <summary>Parses an operator and its right operand after <paramref name="left"/>; null if no comparison or test starts here.</summary>
    public Expression? TryParseRest(Expression left)
    {
        if (FindOperator() is not { Precedence: Precedence.Comparison or Precedence.Predicate } found || (found.Operator is null && !_reader.Is("IS")))
        {
            return null;
        }

        return found.Precedence == Precedence.Comparison ? ParseComparison(left)
            : found.Operator is { } op ? ParseBinary(left, op, found.Precedence, found.Length) : new TestParser(_reader, this, !_barCloses).Parse(left);
    }

    private Expression Parse(Precedence least)
    {
        using var level = _reader.Enter();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooTall();
        }

        var left = ParsePrefix();
        while (FindOperator() is { } found && found.Precedence >= least)
        {
            left = found.Precedence switch
            {
                Precedence.Comparison => ParseComparison(left),
                _ when found.Operator is null => new TestParser(_reader, this, !_barCloses).Parse(left),
                _ => ParseBinary(left, found.Operator.Value, found.Precedence, found.Length),
            };
            if (left.Height > MaxHeight)
            {
                throw TooTall();
            }
        }

        return left;
    }

    private CypherException TooTall() =>
        SyntaxFault.At(_reader.Text, _reader.Current.Span.Start, CypherErrorType.LimitError, "QueryTooDeep", $"The expression is taller than {MaxHeight} levels.");

    private Expression ParsePrefix()
    {
        var start = _reader.Current;
        if (_reader.TryTake("NOT"))
        {
            var operand = Parse(Precedence.Comparison);
            return new Unary(UnaryOperator.Not, operand, start.Span.To(operand.Span));
        }

        if (!_reader.Is(TokenKind.Minus) && !_reader.Is(TokenKind.Plus))
        {
            return _atoms.Parse();
        }

        var minus = _reader.Take().Kind == TokenKind.Minus;
        if (minus && _reader.Current.Kind is TokenKind.Integer or TokenKind.Float)
        {
            var number = _reader.Take();
            return _atoms.ParsePostfix(new Literal(NumberLiteral.Read(_reader, number, negative: true), start.Span.To(number.Span)));
        }

        var signed = Parse(Precedence.Sign);
        return new Unary(minus ? UnaryOperator.Minus : UnaryOperator.Plus, signed, start.Span.To(signed.Span));
    }

    private Binary ParseBinary(Expression left, BinaryOperator op, Precedence precedence, int length)
    {
        for (var i = 0; i < length; i++)
        {
            _reader.Take();
        }

        var right = Parse(precedence + 1);
        return new Binary(op, left, right, left.Span.To(right.Span));
    }

    private Expression ParseComparison(Expression left)
    {
        var links = new List<ComparisonLink>();
        while (FindOperator() is { Precedence: Precedence.Comparison, Operator: { } op })
        {
            _reader.Take();
            links.Add(new ComparisonLink(op, Parse(Precedence.Predicate)));
        }

        var span = left.Span.To(links[^1].Operand.Span);
        return links is [var only] ? new Binary(only.Operator, left, only.Operand, span) : new ComparisonChain(left, links, span);
    }

    private Found? FindOperator() => _reader.Current.Kind switch
    {
        TokenKind.Equal => new(BinaryOperator.Equal, Precedence.Comparison),
        TokenKind.NotEqual => new(BinaryOperator.NotEqual, Precedence.Comparison),
        TokenKind.Less => new(BinaryOperator.Less, Precedence.Comparison),
        TokenKind.LessOrEqual => new(BinaryOperator.LessOrEqual, Precedence.Comparison),
        TokenKind.Greater => new(BinaryOperator.Greater, Precedence.Comparison),
        TokenKind.GreaterOrEqual => new(BinaryOperator.GreaterOrEqual, Precedence.Comparison),
        TokenKind.EqualTilde => new(BinaryOperator.Matches, Precedence.Predicate),
        TokenKind.Plus => new(BinaryOperator.Add, Precedence.Sum),
        TokenKind.Minus => new(BinaryOperator.Subtract, Precedence.Sum),
        TokenKind.BarBar => new(BinaryOperator.Concatenate, Precedence.Sum),
        TokenKind.Star => new(BinaryOperator.Multiply, Precedence.Product),
        TokenKind.Slash => new(BinaryOperator.Divide, Precedence.Product),
        TokenKind.Percent => new(BinaryOperator.Modulo, Precedence.Product),
        TokenKind.Caret => new(BinaryOperator.Power, Precedence.Power),
        TokenKind.Name => FindWord(),
        _ => null,
    };

    private Found? FindWord() => _reader.Current.Text.ToUpperInvariant() switch
    {
        "OR" => new(BinaryOperator.Or, Precedence.Or),
        "XOR" => new(BinaryOperator.Xor, Precedence.Xor),
        "AND" => new(BinaryOperator.And, Precedence.And),
        "IN" => new(BinaryOperator.In, Precedence.Predicate),
        "CONTAINS" => new(BinaryOperator.Contains, Precedence.Predicate),
        "STARTS" when _reader.Ahead(1).IsKeyword("WITH") => new(BinaryOperator.StartsWith, Precedence.Predicate, 2),
        "ENDS" when _reader.Ahead(1).IsKeyword("WITH") => new(BinaryOperator.EndsWith, Precedence.Predicate, 2),
        "IS" => new(null, Precedence.Predicate),
        _ => null,
    };

    private enum Precedence
    {
        Or,
        Xor,
        And,
        Comparison,
        Predicate,
        Sum,
        Product,
        Power,
        Sign,
    }

    /// <summary>The current operator; none for IS and what follows it.</summary>
    private sealed record Found(BinaryOperator? Operator, Precedence Precedence, int Length = 1);
}
