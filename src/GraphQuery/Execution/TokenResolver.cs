using Stemma.GraphModel.Graph;

namespace Stemma.GraphQuery.Execution;

/// <summary>Resolves the names of a statement in one token table of the graph; −1 for a name that is not in it.</summary>
internal sealed class TokenResolver
{
    private readonly IReadOnlyList<string> _names;
    private readonly ITokenTable _table;
    private readonly int[] _tokens;
    private readonly bool _isFixed;

    /// <summary>Creates a resolver.</summary>
    /// <param name="names">Names by index.</param>
    /// <param name="table">Token table of the graph.</param>
    /// <param name="isFixed">False if the statement may create tokens, so that missing names are looked up again.</param>
    public TokenResolver(IReadOnlyList<string> names, ITokenTable table, bool isFixed)
    {
        _names = names;
        _table = table;
        _isFixed = isFixed;
        _tokens = [.. names.Select(table.Find)];
    }

    /// <summary>The token of the name with this index.</summary>
    public int this[int index] => _tokens[index] is var token && (token >= 0 || _isFixed) ? token : _tokens[index] = _table.Find(_names[index]);
}
