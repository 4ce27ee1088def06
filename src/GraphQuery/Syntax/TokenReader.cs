using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Walks over the tokens of a query for the parsers: looks ahead, expects, reports what is unexpected, and guards the depth.</summary>
internal sealed class TokenReader(string text)
{
    /// <summary>Nested parentheses, lists, cases and subqueries that a query may have; far above what people write, far below what a stack holds.</summary>
    public const int MaxDepth = 256;

    /// <summary>Characters that a query may have.</summary>
    public const int MaxLength = 1 << 20;

    private readonly IReadOnlyList<Token> _tokens = Lexer.Tokenize(text);
    private int _at;
    private int _depth;

    /// <summary>The query text.</summary>
    public string Text { get; } = text;

    /// <summary>The token at hand.</summary>
    public Token Current => _tokens[_at];

    /// <summary>Index of the token at hand, for going back with <see cref="Return"/>.</summary>
    public int Mark => _at;

    /// <summary>The span of the token before the one at hand.</summary>
    public SourceSpan Last => _tokens[Math.Max(0, _at - 1)].Span;

    /// <summary>Height of the tallest expression met so far; a subquery takes it as its own.</summary>
    public int Tallest { get; set; }

    /// <summary>A token further on; the last one stands for all beyond.</summary>
    public Token Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    /// <summary>Goes back to a mark.</summary>
    public void Return(int mark) => _at = mark;

    /// <summary>Takes the token at hand.</summary>
    public Token Take()
    {
        var token = Current;
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        return token;
    }

    /// <summary>Whether the token at hand has the kind.</summary>
    public bool Is(TokenKind kind) => Current.Kind == kind;

    /// <summary>Whether the token at hand is the keyword.</summary>
    public bool Is(string keyword) => Current.IsKeyword(keyword);

    /// <summary>Takes the token at hand if it has the kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        if (!Is(kind))
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Takes the keywords if all stand here in a row.</summary>
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

    /// <summary>Goes one level down; dispose to come back up.</summary>
    public Level Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw SyntaxFault.At(Text, Current.Span.Start, CypherErrorType.LimitError, "QueryTooDeep", $"The query nests deeper than {MaxDepth} levels.");
        }

        return new Level(this);
    }

    /// <summary>The fault of the token at hand.</summary>
    public CypherException Unexpected(string wanted) =>
        Fault("UnexpectedSyntax", $"Unexpected {Current.Describe()}, expected {wanted}.{SyntaxHints.For(_tokens[Math.Max(0, _at - 1)], Current, Ahead(1))}");

    /// <summary>A fault at the token at hand.</summary>
    public CypherException Fault(string detail, string message) => SyntaxFault.At(Text, Current.Span.Start, detail, message);

    /// <summary>One level of nesting.</summary>
    internal readonly ref struct Level(TokenReader reader)
    {
        /// <summary>Comes back up.</summary>
        public void Dispose() => reader._depth--;
    }
}
