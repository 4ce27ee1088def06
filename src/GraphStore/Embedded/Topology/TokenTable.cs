using System.Collections.Concurrent;
using Stemma.GraphModel.Graph;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>Names and their numbers, in order of first use. Names are never removed. Safe for one writer with concurrent readers.</summary>
internal sealed class TokenTable : ITokenTable
{
    private readonly ConcurrentDictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly string _kind;
    private readonly int _limit;
    private volatile string[] _names = [];

    /// <summary>Creates a table.</summary>
    /// <param name="kind">What is named, for messages: <c>label</c>.</param>
    /// <param name="names">Initial names, token 0 first.</param>
    /// <param name="limit">Maximum number of tokens.</param>
    public TokenTable(string kind, IEnumerable<string> names, int limit = int.MaxValue)
    {
        (_kind, _limit) = (kind, limit);
        foreach (var name in names)
        {
            Intern(name);
        }
    }

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public int Find(string name) => _tokens.TryGetValue(name, out var token) ? token : -1;

    /// <inheritdoc/>
    public string NameOf(int token) => _names[token];

    /// <summary>The token of a name, which is added if it is new. Throws <see cref="InvalidOperationException"/> if the table is full.</summary>
    public int Intern(string name)
    {
        if (_tokens.TryGetValue(name, out var token))
        {
            return token;
        }

        if (Count == _limit)
        {
            throw new InvalidOperationException($"The graph already has {_limit} different names of the kind {_kind}; {name} would be one more.");
        }

        if (Count == _names.Length)
        {
            var names = _names;
            Array.Resize(ref names, Math.Max(8, Count * 2));
            _names = names;
        }

        _names[Count] = name;
        _tokens[name] = Count;
        return Count++;
    }

    /// <summary>All names, token 0 first.</summary>
    public IReadOnlyList<string> Names() => _names[..Count];
}
