namespace Stemma.GraphQuery.Binding;

/// <summary>Allocates the slots of a statement's row.</summary>
internal sealed class SlotAllocator
{
    /// <summary>Number of slots allocated so far: the length of a row.</summary>
    public int Count { get; private set; }

    /// <summary>A new slot.</summary>
    public int Next() => Count++;
}

/// <summary>A variable in scope.</summary>
internal sealed record BoundVariable(string Name, int Slot, StaticType Type);

/// <summary>The variables that a clause or expression can use, with those of enclosing scopes; a subquery also records which of these it reads.</summary>
/// <param name="parent">The enclosing scope, or null.</param>
/// <param name="reads">Receives the slots of outer variables that are read inside; null if not needed.</param>
internal sealed class Scope(Scope? parent = null, ISet<int>? reads = null)
{
    private readonly Dictionary<string, BoundVariable> _variables = new(StringComparer.Ordinal);
    private readonly List<BoundVariable> _order = [];

    /// <summary>Own variables in order of declaration.</summary>
    public IReadOnlyList<BoundVariable> Variables => _order;

    /// <summary>Own variables and those of all enclosing scopes.</summary>
    public IEnumerable<BoundVariable> Visible => parent is null ? _order : _order.Concat(parent.Visible);

    /// <summary>The variable of this name, or null.</summary>
    public BoundVariable? Find(string name)
    {
        if (_variables.TryGetValue(name, out var own))
        {
            return own;
        }

        var outer = parent?.Find(name);
        if (outer is not null)
        {
            reads?.Add(outer.Slot);
        }

        return outer;
    }

    /// <summary>Declares a variable, hiding or replacing one of the same name.</summary>
    public void Declare(BoundVariable variable)
    {
        if (!_variables.TryAdd(variable.Name, variable))
        {
            _order.RemoveAll(other => other.Name == variable.Name);
            _variables[variable.Name] = variable;
        }

        _order.Add(variable);
    }

    /// <summary>An empty scope for the next clause of the same query, with the same enclosing scopes.</summary>
    public Scope Successor() => new(parent, reads);

    /// <summary>A copy of this scope, for adding variables.</summary>
    public Scope Extended()
    {
        var copy = Successor();
        foreach (var variable in _order)
        {
            copy.Declare(variable);
        }

        return copy;
    }
}
