using System.Text;
using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>Translates one <see cref="FullTextQuery"/> into the FTS5 expression that matches the same nodes.</summary>
/// <param name="text">What the user typed.</param>
/// <param name="fields">Fields of the index.</param>
internal sealed class FullTextQueryParser(string text, IReadOnlyList<string> fields)
{
    private const int MaxDepth = 64;

    /// <summary>Lucene's default limit of clauses in one query.</summary>
    private const int MaxClauses = 1024;

    /// <summary>
    /// Required clauses stand twice in the expression beside optional ones, so it can double with each level of nesting. FTS5 reads a million characters in one second, in
    /// which it cannot be stopped (measured); the most clauses allowed, each in a field, take 22,000.
    /// </summary>
    private const int LongestExpression = 1 << 20;

    private int _at;
    private int _depth;
    private int _clauses;

    private enum Occurrence
    {
        May,
        Must,
        MustNot,
    }

    private bool AtEnd => _at >= text.Length;

    /// <summary>The expression, or null if the query can match nothing.</summary>
    public string? Parse()
    {
        var expression = ParseClauses(field: null);
        return AtEnd ? expression : throw Fault("a closing parenthesis has no opening one");
    }

    private string? ParseClauses(string? field)
    {
        var clauses = new List<(Occurrence Occurrence, string? Expression)>();
        for (SkipSpace(); !AtEnd && text[_at] != ')'; SkipSpace())
        {
            var conjunction = clauses.Count > 0 ? ReadConjunction() : "";
            var occurrence = ReadModifier();
            if (conjunction == "AND")
            {
                // AND makes both sides required, unless one is excluded.
                clauses[^1] = clauses[^1] with { Occurrence = clauses[^1].Occurrence == Occurrence.MustNot ? Occurrence.MustNot : Occurrence.Must };
                occurrence = occurrence == Occurrence.May ? Occurrence.Must : occurrence;
            }

            clauses.Add((occurrence, ParseClause(field, mayNameField: true)));
            if (++_clauses > MaxClauses)
            {
                throw Fault($"it has more than {MaxClauses} clauses");
            }
        }

        return clauses.Count == 0 ? throw Fault("a word was expected") : Join(clauses);
    }

    private string? Join(List<(Occurrence Occurrence, string? Expression)> clauses)
    {
        var must = Expressions(Occurrence.Must);
        var may = Expressions(Occurrence.May);
        var not = Expressions(Occurrence.MustNot);
        if (must.Length + may.Length == 0)
        {
            return null;
        }

        var all = string.Join(" AND ", must);
        var any = string.Join(" OR ", may);
        if (all.Length + any.Length > LongestExpression)
        {
            throw Fault("its parentheses make too many combinations");
        }

        // If there are required clauses, the optional ones only raise the score.
        var matched = must.Length == 0 ? any : may.Length == 0 ? all : $"({all}) OR (({all}) AND ({any}))";
        return not.Length == 0 ? $"({matched})" : $"(({matched}) NOT ({string.Join(" OR ", not)}))";

        string[] Expressions(Occurrence wanted) =>
            [.. clauses.Where(clause => clause.Occurrence == wanted && clause.Expression is not null).Select(clause => clause.Expression!)];
    }

    private string ReadConjunction()
    {
        if (TryRead("AND") || TryReadSign("&&"))
        {
            return "AND";
        }

        return TryRead("OR") || TryReadSign("||") ? "OR" : "";
    }

    private Occurrence ReadModifier()
    {
        SkipSpace();
        if (TryReadSign("+"))
        {
            return Occurrence.Must;
        }

        return TryReadSign("-") || TryReadSign("!") || TryRead("NOT") ? Occurrence.MustNot : Occurrence.May;
    }

    private string? ParseClause(string? field, bool mayNameField)
    {
        SkipSpace();
        if (AtEnd)
        {
            throw Fault("a word was expected at its end");
        }

        var expression = text[_at] switch
        {
            '(' => ParseGroup(field),
            '"' => ParsePhrase(field),
            _ => ParseWord(field, mayNameField),
        };
        return !AtEnd && text[_at] is '^' or '~' ? throw Unsupported(text[_at] == '^' ? "boosting by ^" : "fuzzy search by ~") : expression;
    }

    private string? ParseGroup(string? field)
    {
        if (++_depth > MaxDepth)
        {
            throw Fault($"its parentheses are nested deeper than {MaxDepth}");
        }

        _at++;
        var expression = ParseClauses(field);
        if (AtEnd)
        {
            throw Fault("an opening parenthesis is not closed");
        }

        _at++;
        _depth--;
        return expression;
    }

    private string? ParsePhrase(string? field)
    {
        var phrase = new StringBuilder();
        for (_at++; !AtEnd && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            phrase.Append(text[_at]);
        }

        if (AtEnd)
        {
            throw Fault("a quotation mark is not closed");
        }

        _at++;
        var words = string.Join(' ', FullTextQuery.WordsOf(phrase.ToString()));
        return words.Length == 0 ? null : InField(field, $"\"{words}\"");
    }

    private string? ParseWord(string? field, bool mayNameField)
    {
        var (word, isPrefix) = ReadWord();
        if (!AtEnd && text[_at] == ':' && !isPrefix)
        {
            // As in Lucene's grammar; it also bounds the recursion.
            if (!mayNameField)
            {
                throw Fault("a field is followed by another field");
            }

            _at++;
            var inner = ParseClause(word, mayNameField: false);
            return fields.Contains(word, StringComparer.Ordinal) ? inner : null;
        }

        var words = FullTextQuery.WordsOf(word).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        // Neo4j indexes "3.1" as one word, this index as two: its prefix is a phrase of the parts, the last of them a prefix.
        return isPrefix
            ? InField(field, $"\"{string.Join(' ', words)}\" *")
            : InField(field, words.Length == 1 ? $"\"{words[0]}\"" : $"({string.Join(" OR ", words.Select(part => $"\"{part}\""))})");
    }

    private (string Word, bool IsPrefix) ReadWord()
    {
        var word = new StringBuilder();
        for (; !AtEnd && !char.IsWhiteSpace(text[_at]) && text[_at] is not (':' or '(' or ')' or '"' or '^' or '~'); _at++)
        {
            switch (text[_at])
            {
                case '\\':
                    _at++;
                    word.Append(AtEnd ? throw Fault("nothing follows its last backslash") : text[_at]);
                    break;
                case '*' when word.Length > 0 && (_at + 1 == text.Length || char.IsWhiteSpace(text[_at + 1]) || text[_at + 1] == ')'):
                    _at++;
                    return (word.ToString(), true);
                case '*' or '?':
                    throw Unsupported("a wildcard that is not at the end of a word");
                case '[' or '{' or ']' or '}':
                    throw Unsupported("a range");
                case '/':
                    throw Unsupported("a regular expression");
                default:
                    word.Append(text[_at]);
                    break;
            }
        }

        return word.Length > 0 ? (word.ToString(), false) : throw Fault($"a word was expected before {text[_at]}");
    }

    private static string InField(string? field, string expression) => field is null ? expression : $"{{\"{field}\"}} : {expression}";

    private bool TryRead(string keyword)
    {
        var end = _at + keyword.Length;
        var isKeyword = string.CompareOrdinal(text, _at, keyword, 0, keyword.Length) == 0
            && (end >= text.Length || char.IsWhiteSpace(text[end]) || text[end] is '(' or '"' or '+' or '-');
        _at = isKeyword ? end : _at;
        return isKeyword;
    }

    private bool TryReadSign(string sign)
    {
        var isSign = string.CompareOrdinal(text, _at, sign, 0, sign.Length) == 0;
        _at = isSign ? _at + sign.Length : _at;
        return isSign;
    }

    private void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private QueryException Fault(string what) =>
        new(FullTextQuery.FaultCode, $"The full-text query {Shown()} cannot be read: {what}. Put a backslash before a character that is meant as it stands.");

    private QueryException Unsupported(string what) =>
        new(FullTextQuery.FaultCode, $"The full-text query {Shown()} asks for {what}, which this index cannot do. Put a backslash before a character that is meant as it stands.");

    private string Shown() => text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}…'";
}
