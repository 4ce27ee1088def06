namespace Stemma.GraphQuery.Execution;

/// <summary>The labels, types and property keys in a statement, each with an index that evaluators and operators use.</summary>
internal sealed class StatementNames
{
    private readonly List<string> _labels = [];
    private readonly List<string> _types = [];
    private readonly List<string> _keys = [];

    /// <summary>Labels by index.</summary>
    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Relationship types by index.</summary>
    public IReadOnlyList<string> Types => _types;

    /// <summary>Property keys by index.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Number of coded comparisons.</summary>
    public int CodeTests { get; private set; }

    /// <summary>Allocates the index of a coded comparison.</summary>
    public int NextCodeTest() => CodeTests++;

    /// <summary>Index of a label.</summary>
    public int Label(string name) => IndexIn(_labels, name);

    /// <summary>Index of a relationship type.</summary>
    public int Type(string name) => IndexIn(_types, name);

    /// <summary>Index of a property key.</summary>
    public int Key(string name) => IndexIn(_keys, name);

    private static int IndexIn(List<string> names, string name)
    {
        var index = names.IndexOf(name);
        if (index < 0)
        {
            index = names.Count;
            names.Add(name);
        }

        return index;
    }
}
