using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Cursor over the tokens of a query, shared by the parsers, with lookahead, errors for unexpected tokens and the nesting limit.</summary>
/// <param name="text">The query text.</param>
/// <param name="tick">Called for each token that is taken; may throw to end the parsing.</param>
internal sealed class TokenReader(string text, Action? tick = null)
{
    /// <summary>Maximum nesting of parentheses, lists, cases and subqueries; far above what people write, far below what overflows the stack.</summary>
    public const int MaxDepth = 256;

    /// <summary>Maximum length of a query, in UTF-16 units.</summary>
    public const int MaxLength = 1 << 20;

    private readonly IReadOnlyList<Token> _tokens = Lexer.Tokenize(text);
    private readonly HashSet<(int At, Attempt Attempt)> _failed = [];
    private int _at;
    private int _depth;

    /// <summary>The query text.</summary>
    public string Text { get; } = text;

    /// <summary>The current token.</summary>
    public Token Current => _tokens[_at];

    /// <summary>Index of the current token, for backtracking with <see cref="Return"/>.</summary>
    public int Mark => _at;

    /// <summary>The span of the token before the current one.</summary>
    public SourceSpan Last => _tokens[Math.Max(0, _at - 1)].Span;

    /// <summary>Height of the highest expression so far, for the enclosing subquery.</summary>
    public int Tallest { get; set; }

    /// <summary>The token this many positions ahead; past the end, the last token.</summary>
    public Token Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    /// <summary>Goes back to a mark.</summary>
    public void Return(int mark) => _at = mark;

    /// <summary>
    /// Goes back to a mark and notes that the attempt fails there. Without this, nested constructs that are each parsed twice would take exponential time
    /// (packrat parsing, Ford 2002).
    /// </summary>
    public void Fail(int mark, Attempt attempt)
    {
        Return(mark);
        _failed.Add((mark, attempt));
    }

    /// <summary>Whether an attempt is known to fail at the current token.</summary>
    public bool HasFailed(Attempt attempt) => _failed.Contains((_at, attempt));

    /// <summary>Returns the current token and advances.</summary>
    public Token Take()
    {
        tick?.Invoke();
        var token = Current;
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        return token;
    }

    /// <summary>Whether the current token has the kind.</summary>
    public bool Is(TokenKind kind) => Current.Kind == kind;

    /// <summary>Whether the current token is the keyword.</summary>
    public bool Is(string keyword) => Current.IsKeyword(keyword);

    /// <summary>Takes the current token if it has the kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        if (!Is(kind))
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Takes the keywords if they all follow in sequence.</summary>
    public bool TryTake(params ReadOnlySpan<string> keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (!Ahead(i).IsKeyword(keywords[i]))
            {
                return false;
            }
        }

        _at += keywords.Length;
        return true;
    }

    /// <summary>Takes a token of the kind or reports it as missing.</summary>
    public Token Expect(TokenKind kind, string wanted) => Is(kind) ? Take() : throw Unexpected(wanted);

    /// <summary>Takes the keyword or reports it as missing.</summary>
    public void Expect(string keyword)
    {
        if (!TryTake(keyword))
        {
            throw Unexpected(keyword);
        }
    }

    /// <summary>Takes a name, plain or in back-ticks.</summary>
    public Token ExpectName(string wanted) => Current.Kind is TokenKind.Name or TokenKind.QuotedName ? Take() : throw Unexpected(wanted);

    /// <summary>Takes a name as a variable.</summary>
    public Variable ExpectVariable()
    {
        var name = ExpectName("a variable");
        return new Variable(name.Text, name.Span);
    }

    /// <summary>Enters a nesting level; disposing of the result leaves it.</summary>
    public Level Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw SyntaxFault.At(Text, Current.Span.Start, CypherErrorType.LimitError, "QueryTooDeep", $"The query nests deeper than {MaxDepth} levels.");
        }

        return new Level(this);
    }

    /// <summary>The error for an unexpected current token.</summary>
    public CypherException Unexpected(string wanted) =>
        Fault("UnexpectedSyntax", $"Unexpected {Current.Describe()}, expected {wanted}.{SyntaxHints.For(_tokens[Math.Max(0, _at - 1)], Current, Ahead(1))}");

    /// <summary>An error at the current token.</summary>
    public CypherException Fault(string detail, string message) => SyntaxFault.At(Text, Current.Span.Start, detail, message);

    /// <summary>A construct that is tried where another may stand.</summary>
    internal enum Attempt
    {
        /// <summary>A list comprehension.</summary>
        Comprehension,

        /// <summary>A pattern comprehension.</summary>
        PatternComprehension,

        /// <summary>A pattern with relationships.</summary>
        Pattern,
    }

    /// <summary>A level of nesting.</summary>
    internal readonly ref struct Level(TokenReader reader)
    {
        /// <summary>Leaves the level.</summary>
        public void Dispose() => reader._depth--;
    }
}
