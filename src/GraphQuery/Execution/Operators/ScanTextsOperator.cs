using System.Text;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row, the nodes of a label whose string property passes a test. Strings are tested in blocks, each string once regardless of the number of nodes, and only blocks
/// that are needed; if the graph stores no codes for the property, each node is tested.
/// </summary>
internal sealed class ScanTextsOperator(Operator input, int slot, int label, int key, BinaryOperator test, Evaluator wanted) : InputOperator(input)
{
    /// <summary>Strings in a block: about 5 MB of abstracts, which take less than a millisecond.</summary>
    private const int BlockSize = 4096;

    private byte[]? _wantedBytes;
    private GraphValue _wanted;
    private bool[] _passed = [];
    private bool[] _isTested = [];
    private IPropertyCodes? _codes;
    private int _labelToken;
    private int _keyToken;
    private int _at;
    private int _count;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_at, _count) = (0, 0);
        _wanted = GraphValue.Null;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_at < _count)
            {
                context.Limits.Tick();
                var node = context.Graph.NodesWithLabel(_labelToken)[_at++];
                if (_codes is null ? TestNode(context, node) : _codes.TryRead(node, out var code) && TestText(context, (int)code))
                {
                    context.Row[slot] = GraphValue.From(new NodeReference(node));
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            Begin(context);
        }
    }

    private void Begin(RunContext context)
    {
        (_labelToken, _keyToken) = (context.Labels[label], context.Keys[key]);
        var value = wanted.Evaluate(context);
        (_at, _count) = (0, _labelToken < 0 || _keyToken < 0 || !value.IsString ? 0 : context.Graph.NodesWithLabel(_labelToken).Length);
        if (_count == 0 || (_wanted.IsString && _wanted.AsString() == value.AsString()))
        {
            return;
        }

        _wanted = value;
        _wantedBytes = BytesOf(value.AsString());
        _codes = context.Writer is null && _wantedBytes is not null && context.Graph.FindNodeCodes(_keyToken) is { TextCount: > 0 } codes ? codes : null;
        _passed = new bool[_codes?.TextCount ?? 0];
        _isTested = new bool[(_passed.Length / BlockSize) + 1];
    }

    /// <summary>The string as UTF-8; null if it has a lone surrogate, which UTF-8 cannot encode but a search in UTF-16 finds within a pair.</summary>
    private static byte[]? BytesOf(string text)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private bool TestNode(RunContext context, int node)
    {
        var text = context.Graph.NodeProperty(node, _keyToken);
        return test switch
        {
            BinaryOperator.StartsWith => CypherValues.StartsWith(text, _wanted),
            BinaryOperator.EndsWith => CypherValues.EndsWith(text, _wanted),
            _ => CypherValues.Contains(text, _wanted),
        } == true;
    }

    private bool TestText(RunContext context, int code)
    {
        var block = code / BlockSize;
        if (!_isTested[block])
        {
            context.Limits.Look();
            var from = block * BlockSize;
            var count = Math.Min(BlockSize, _passed.Length - from);
            _codes!.Match(TestOf(test), _wantedBytes, from, count, _passed.AsSpan(from, count));
            _isTested[block] = true;
        }

        return _passed[code];
    }

    private static TextTest TestOf(BinaryOperator test) => test switch
    {
        BinaryOperator.StartsWith => TextTest.StartsWith,
        BinaryOperator.EndsWith => TextTest.EndsWith,
        _ => TextTest.Contains,
    };
}
