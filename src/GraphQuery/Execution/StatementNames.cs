namespace Stemma.GraphQuery.Execution;

/// <summary>The labels, types and property keys in a statement, each with an index that evaluators and operators use.</summary>
internal sealed class StatementNames
{
    private readonly NameList _labels = new();
    private readonly NameList _types = new();
    private readonly NameList _keys = new();

    /// <summary>Labels by index.</summary>
    public IReadOnlyList<string> Labels => _labels.Names;

    /// <summary>Relationship types by index.</summary>
    public IReadOnlyList<string> Types => _types.Names;

    /// <summary>Property keys by index.</summary>
    public IReadOnlyList<string> Keys => _keys.Names;

    /// <summary>Number of coded comparisons.</summary>
    public int CodeTests { get; private set; }

    /// <summary>Allocates the index of a coded comparison.</summary>
    public int NextCodeTest() => CodeTests++;

    /// <summary>Index of a label.</summary>
    public int Label(string name) => _labels.IndexOf(name);

    /// <summary>Index of a relationship type.</summary>
    public int Type(string name) => _types.IndexOf(name);

    /// <summary>Index of a property key.</summary>
    public int Key(string name) => _keys.IndexOf(name);

    /// <summary>Names, each once.</summary>
    private sealed class NameList
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public IReadOnlyList<string> Names => _names;

        /// <summary>The index of a name, which is added if it is new.</summary>
        public int IndexOf(string name)
        {
            if (_indexes.TryAdd(name, _names.Count))
            {
                _names.Add(name);
            }

            return _indexes[name];
        }
    }
}
