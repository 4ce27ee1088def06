using System.Globalization;
using System.Text;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>
/// Parses the values of TCK tables: scalars, lists, maps, nodes <c>(:A {k: 1})</c>, relationships <c>[:T {k: 1}]</c> and paths. Entities get no identity,
/// so only their text can be compared. Throws <see cref="FormatException"/> for anything else.
/// </summary>
internal sealed class TckValueReader
{
    private readonly string _text;
    private int _at;

    private TckValueReader(string text) => _text = text;

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>Parses one cell.</summary>
    public static GraphValue Read(string cell)
    {
        var reader = new TckValueReader(cell.Trim());
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._at == reader._text.Length ? value : throw reader.Unexpected();
    }

    private GraphValue ReadValue()
    {
        SkipSpace();
        return Peek switch
        {
            '\'' => GraphValue.From(ReadString()),
            '[' => IsRelationship() ? GraphValue.From(ReadRelationship("", "")) : GraphValue.From(ReadList()),
            '{' => GraphValue.From(ReadMap()),
            '(' => GraphValue.From(ReadNode(0)),
            '<' => GraphValue.From(ReadPath()),
            _ => ReadWord(),
        };
    }

    private GraphValue ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && !",]}) |".Contains(Peek, StringComparison.Ordinal))
        {
            _at++;
        }

        var word = _text[start.._at];
        return word switch
        {
            "null" => GraphValue.Null,
            "true" => GraphValue.True,
            "false" => GraphValue.False,
            "NaN" => GraphValue.From(double.NaN),
            "Inf" or "Infinity" => GraphValue.From(double.PositiveInfinity),
            "-Inf" or "-Infinity" => GraphValue.From(double.NegativeInfinity),
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => GraphValue.From(integer),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => GraphValue.From(number),
            _ => throw new FormatException($"'{word}' in '{_text}' is no value."),
        };
    }

    private string ReadString()
    {
        Expect('\'');
        var text = new StringBuilder();
        while (Peek != '\'')
        {
            if (Peek == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '\'' or '\\')
            {
                _at++;
            }

            text.Append(_at < _text.Length ? _text[_at++] : throw Unexpected());
        }

        Expect('\'');
        return text.ToString();
    }

    private GraphValue[] ReadList()
    {
        var elements = new List<GraphValue>();
        ReadSequence('[', ']', () => elements.Add(ReadValue()));
        return [.. elements];
    }

    private Dictionary<string, GraphValue> ReadMap()
    {
        var map = new Dictionary<string, GraphValue>();
        ReadSequence('{', '}', () =>
        {
            var key = ReadName();
            SkipSpace();
            Expect(':');
            map.Add(key, ReadValue());
        });
        return map;
    }

    private void ReadSequence(char open, char close, Action readElement)
    {
        Expect(open);
        SkipSpace();
        while (Peek != close)
        {
            readElement();
            SkipSpace();
            if (Peek == ',')
            {
                _at++;
                SkipSpace();
            }
        }

        Expect(close);
    }

    private GraphNode ReadNode(int position)
    {
        Expect('(');
        SkipSpace();
        var labels = new List<string>();
        while (Peek == ':')
        {
            _at++;
            labels.Add(ReadName());
            SkipSpace();
        }

        var properties = Peek == '{' ? ReadMap() : [];
        SkipSpace();
        Expect(')');
        return new GraphNode(position.ToString(CultureInfo.InvariantCulture), labels, properties);
    }

    private GraphRelationship ReadRelationship(string start, string end)
    {
        Expect('[');
        Expect(':');
        var type = ReadName();
        SkipSpace();
        var properties = Peek == '{' ? ReadMap() : [];
        SkipSpace();
        Expect(']');
        return new GraphRelationship("", type, start, end, properties);
    }

    private GraphPath ReadPath()
    {
        Expect('<');
        var nodes = new List<GraphNode> { ReadNode(0) };
        var relationships = new List<GraphRelationship>();
        while (Peek != '>')
        {
            var isBackward = Peek == '<';
            _at += isBackward ? 1 : 0;
            Expect('-');
            var (from, to) = (nodes.Count - 1, nodes.Count);
            var (start, end) = isBackward ? (to, from) : (from, to);
            relationships.Add(ReadRelationship(start.ToString(CultureInfo.InvariantCulture), end.ToString(CultureInfo.InvariantCulture)));
            Expect('-');
            _at += isBackward ? 0 : 1;
            nodes.Add(ReadNode(to));
        }

        Expect('>');
        return new GraphPath(nodes, relationships);
    }

    private bool IsRelationship() => _at + 1 < _text.Length && _text[_at + 1] == ':';

    private string ReadName()
    {
        if (Peek == '`')
        {
            var end = _text.IndexOf('`', _at + 1);
            var quoted = _text[(_at + 1)..end];
            _at = end + 1;
            return quoted;
        }

        var start = _at;
        while (char.IsLetterOrDigit(Peek) || Peek == '_')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Unexpected();
    }

    private void SkipSpace()
    {
        while (Peek == ' ')
        {
            _at++;
        }
    }

    private void Expect(char wanted)
    {
        if (Peek != wanted)
        {
            throw Unexpected();
        }

        _at++;
    }

    private FormatException Unexpected() => new($"Unexpected '{Peek}' at {_at} of '{_text}'.");
}
