namespace Stemma.GraphQuery.Binding;

/// <summary>Hands out the slots of one statement's row.</summary>
internal sealed class SlotAllocator
{
    /// <summary>Slots handed out so far: the length of a row.</summary>
    public int Count { get; private set; }

    /// <summary>A new slot.</summary>
    public int Next() => Count++;
}

/// <summary>A variable in scope.</summary>
internal sealed record BoundVariable(string Name, int Slot, StaticType Type);

/// <summary>The variables that a clause or expression sees. A child sees its parent's too; a subquery also notes which of them it read.</summary>
/// <param name="parent">What surrounds it, or null.</param>
/// <param name="reads">Takes the slots of surrounding variables that were read from inside; null where nobody asks.</param>
internal sealed class Scope(Scope? parent = null, ISet<int>? reads = null)
{
    private readonly Dictionary<string, BoundVariable> _variables = new(StringComparer.Ordinal);
    private readonly List<BoundVariable> _order = [];

    /// <summary>Own variables in order of declaration.</summary>
    public IReadOnlyList<BoundVariable> Variables => _order;

    /// <summary>Own variables and those of all surroundings.</summary>
    public IEnumerable<BoundVariable> Visible => parent is null ? _order : _order.Concat(parent.Visible);

    /// <summary>The variable of a name, or null.</summary>
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

    /// <summary>Declares a variable; one of the same name further out is hidden.</summary>
    public void Declare(BoundVariable variable)
    {
        if (!_variables.TryAdd(variable.Name, variable))
        {
            _order.RemoveAll(other => other.Name == variable.Name);
            _variables[variable.Name] = variable;
        }

        _order.Add(variable);
    }

    /// <summary>An empty scope that follows this one in the same query, with the same surroundings.</summary>
    public Scope Successor() => new(parent, reads);

    /// <summary>A scope with the same surroundings and the same variables, to which more are added.</summary>
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
