namespace Stemma.GraphModel.Database;

/// <summary>A query that cannot be run as written: a user error, with a code, a sentence and, if the engine knows it, a position.</summary>
public class QueryException : Exception
{
    /// <summary>Characters of the line shown on either side of the position.</summary>
    private const int ExcerptReach = 100;

    /// <summary>Creates the exception.</summary>
    /// <param name="code">Stable code: <c>SyntaxError.UndefinedVariable</c>, or the server's <c>Neo.ClientError.…</c>.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="position">Position in the query text, or null.</param>
    /// <param name="innerException">Cause, or null.</param>
    public QueryException(string code, string message, TextPosition? position = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Position = position;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>Position in the query text, or null.</summary>
    public TextPosition? Position { get; }

    /// <summary>The sentence, the position, and the line of the query with a caret below it.</summary>
    public string Describe(string query)
    {
        if (Position is not { } at)
        {
            return $"{Message} [{Code}]";
        }

        // Lines as TextPosition.Of counts them: a lone CR or U+2028 ends none.
        var lines = query.Split('\n');
        var line = at.Line <= lines.Length ? lines[at.Line - 1] : "";
        line = line.EndsWith('\r') ? line[..^1] : line;
        var from = Math.Clamp(at.Column - 1 - ExcerptReach, 0, line.Length);
        var excerpt = line[from..Math.Min(line.Length, at.Column - 1 + ExcerptReach)];
        var caret = new string([.. excerpt.Take(at.Column - 1 - from).Select(c => c == '\t' ? '\t' : ' '), '^']);
        return $"{Message} (line {at.Line}, column {at.Column}) [{Code}]\n  {excerpt}\n  {caret}";
    }
}

/// <summary>The store cannot be reached or refuses the user: an error of the environment, in one sentence that says what to do.</summary>
public class GraphUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>A position in a text.</summary>
/// <param name="Offset">Zero-based, in UTF-16 units.</param>
/// <param name="Line">One-based.</param>
/// <param name="Column">One-based, in UTF-16 units.</param>
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>Converts an offset to a position.</summary>
    public static TextPosition Of(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var line = before.Count('\n') + 1;
        return new TextPosition(offset, line, before.Length - before.LastIndexOf('\n'));
    }
}
