using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery.Execution;

/// <summary>Looks the names of a statement up in one token table of the graph; a name that is not there is −1.</summary>
internal sealed class TokenResolver
{
    private readonly IReadOnlyList<string> _names;
    private readonly ITokenTable _table;
    private readonly int[] _tokens;
    private readonly bool _isFixed;

    /// <summary>Makes one.</summary>
    /// <param name="names">By index.</param>
    /// <param name="table">Of the graph.</param>
    /// <param name="isFixed">False where the statement may make new tokens, so that a missing name is looked up again.</param>
    public TokenResolver(IReadOnlyList<string> names, ITokenTable table, bool isFixed)
    {
        _names = names;
        _table = table;
        _isFixed = isFixed;
        _tokens = [.. names.Select(table.Find)];
    }

    /// <summary>The token of a name by its index.</summary>
    public int this[int index] => _tokens[index] is var token && (token >= 0 || _isFixed) ? token : _tokens[index] = _table.Find(_names[index]);
}
