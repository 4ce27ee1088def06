using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// An expression with resolved names: variables are slots of the row, functions are resolved, syntactic sugar is removed (map projections, comparison chains,
/// pattern predicates). ToString prints slots by their names.
/// </summary>
/// <param name="Type">Static type of the value.</param>
internal abstract record BoundExpression(StaticType Type)
{
    /// <summary>Position in the query text, for runtime errors.</summary>
    public TextPlace Place { get; init; }

    /// <summary>The direct subexpressions, evaluated on the same row.</summary>
    public virtual IEnumerable<BoundExpression> Parts => [];

    /// <summary>The slots that this expression reads and does not set itself.</summary>
    public IEnumerable<int> Slots => this switch
    {
        SlotValue slot => [slot.Slot],
        SubqueryValue subquery => subquery.OuterSlots,
        _ => Parts.SelectMany(part => part.Slots).Except(OwnSlots),
    };

    /// <summary>Whether two evaluations on the same row give the same value; false if it contains <c>rand()</c> or the like.</summary>
    public bool IsDeterministic => this is not FunctionValue { Function.IsDeterministic: false } && Parts.All(part => part.IsDeterministic);

    /// <summary>Slots that this expression sets during evaluation: loop variables.</summary>
    public virtual IEnumerable<int> OwnSlots => [];

    /// <inheritdoc/>
    public sealed override string ToString() => BoundPrinter.Print(this);
}

/// <summary>A constant.</summary>
internal sealed record Constant(GraphValue Value) : BoundExpression(StaticType.Of(Value))
{
    public static Constant Null { get; } = new(GraphValue.Null);

    public static Constant True { get; } = new(GraphValue.True);
}

/// <summary>A parameter of the query.</summary>
internal sealed record ParameterValue(string Name) : BoundExpression(StaticType.Any);

/// <summary>A variable.</summary>
internal sealed record SlotValue(int Slot, string Name, StaticType Type) : BoundExpression(Type);

/// <summary>A property of an entity, map or temporal.</summary>
internal sealed record PropertyValue(BoundExpression Owner, string Key) : BoundExpression(StaticType.Any)
{
    public override IEnumerable<BoundExpression> Parts => [Owner];
}

/// <summary>Whether an entity has labels, or a relationship a type.</summary>
internal sealed record LabelCheck(BoundExpression Owner, LabelExpression Labels) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Owner];
}

/// <summary>Whether an entity has all labels (or a relationship the type), or at least one of them, named by a value.</summary>
internal sealed record ComputedLabelCheck(BoundExpression Owner, BoundExpression Names, bool Any) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Owner, Names];
}

/// <summary>An element of a list or map.</summary>
internal sealed record SubscriptValue(BoundExpression Owner, BoundExpression Key, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => [Owner, Key];
}

/// <summary>A part of a list; an omitted bound is null.</summary>
internal sealed record SliceValue(BoundExpression Owner, BoundExpression? From, BoundExpression? To) : BoundExpression(Owner.Type)
{
    public override IEnumerable<BoundExpression> Parts => new[] { Owner, From, To }.OfType<BoundExpression>();
}

/// <summary>NOT, or a sign.</summary>
internal sealed record UnaryOperation(UnaryOperator Operator, BoundExpression Operand, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => [Operand];
}

/// <summary>An operator between two operands.</summary>
internal sealed record BinaryOperation(BinaryOperator Operator, BoundExpression Left, BoundExpression Right, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => [Left, Right];
}

/// <summary>A chain of comparisons whose operands are evaluated once each.</summary>
/// <param name="Operators">One less than operands.</param>
/// <param name="Operands">Operands in order.</param>
internal sealed record ComparisonSequence(IReadOnlyList<BinaryOperator> Operators, IReadOnlyList<BoundExpression> Operands) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => Operands;
}

/// <summary>A value that is computed once and stored in a slot, then the expression that reads it, possibly several times.</summary>
internal sealed record LocalValue(int Slot, BoundExpression Value, BoundExpression Body, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => [Value, Body];

    public override IEnumerable<int> OwnSlots => [Slot];
}

/// <summary>IS [NOT] NULL.</summary>
internal sealed record NullCheck(BoundExpression Operand, bool Negated) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Operand];
}

/// <summary>Whether a value has a type.</summary>
internal sealed record TypeCheck(BoundExpression Operand, CypherType Wanted, bool Negated) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Operand];
}

/// <summary>A list of values.</summary>
internal sealed record ListOf(IReadOnlyList<BoundExpression> Items, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => Items;
}

/// <summary>A map of values; a later entry replaces an earlier one with the same key.</summary>
internal sealed record MapOf(IReadOnlyList<KeyValuePair<string, BoundExpression>> Entries) : BoundExpression(StaticType.Map)
{
    public override IEnumerable<BoundExpression> Parts => Entries.Select(entry => entry.Value);
}

/// <summary>A map projection of a variable: entries in order, a null key means all properties. Null if the owner is null.</summary>
internal sealed record MapProjectionOf(BoundExpression Owner, IReadOnlyList<KeyValuePair<string?, BoundExpression>> Entries) : BoundExpression(StaticType.Map)
{
    public override IEnumerable<BoundExpression> Parts => Entries.Select(entry => entry.Value).Prepend(Owner);
}

/// <summary>A call of a scalar function.</summary>
internal sealed record FunctionValue(CypherFunction Function, IReadOnlyList<BoundExpression> Arguments, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => Arguments;
}

/// <summary>CASE; without a subject each branch key is a condition.</summary>
internal sealed record Choice(
    BoundExpression? Subject, IReadOnlyList<KeyValuePair<BoundExpression, BoundExpression>> Branches, BoundExpression Otherwise, StaticType Type)
    : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts
    {
        get
        {
            var branches = Branches.SelectMany(branch => new[] { branch.Key, branch.Value }).Append(Otherwise);
            return Subject is null ? branches : branches.Prepend(Subject);
        }
    }
}

/// <summary>A list comprehension; without a projection, the item itself is used.</summary>
internal sealed record Comprehension(int Slot, string Name, BoundExpression Source, BoundExpression? Where, BoundExpression? Projection, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => new[] { Source, Where, Projection }.OfType<BoundExpression>();

    public override IEnumerable<int> OwnSlots => [Slot];
}

/// <summary>all, any, none, single.</summary>
internal sealed record QuantifierCheck(QuantifierKind Kind, int Slot, string Name, BoundExpression Source, BoundExpression Where) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Source, Where];

    public override IEnumerable<int> OwnSlots => [Slot];
}

/// <summary>reduce.</summary>
internal sealed record Reduction(BoundVariable Total, BoundExpression Initial, BoundVariable Item, BoundExpression Source, BoundExpression Body) : BoundExpression(StaticType.Any)
{
    public override IEnumerable<BoundExpression> Parts => [Initial, Source, Body];

    public override IEnumerable<int> OwnSlots => [Total.Slot, Item.Slot];
}

/// <summary>The value of a query that runs once per row.</summary>
/// <param name="Form">How its rows become a value.</param>
/// <param name="Body">The query.</param>
/// <param name="OuterSlots">Slots of the outer row that it reads.</param>
/// <param name="Type">Static type of the value.</param>
internal sealed record SubqueryValue(SubqueryForm Form, BoundQuery Body, IReadOnlyList<int> OuterSlots, StaticType Type) : BoundExpression(Type);

/// <summary>How the rows of a subquery become a value.</summary>
internal enum SubqueryForm
{
    /// <summary>Whether there is a row.</summary>
    Exists,

    /// <summary>The number of rows.</summary>
    Count,

    /// <summary>The values of the only column as a list.</summary>
    Collect,

    /// <summary>The only column of the first row, or null.</summary>
    First,
}
