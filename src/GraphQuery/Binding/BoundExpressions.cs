using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>
/// Expressions after names are resolved: variables are slots of the row, functions are found, sugar is gone (map projections, comparison chains,
/// pattern predicates). Each prints itself, with slots under their names.
/// </summary>
/// <param name="Type">What is known of the value.</param>
internal abstract record BoundExpression(StaticType Type)
{
    /// <summary>Where it is written, for its faults on a row.</summary>
    public TextPlace Place { get; init; }

    /// <summary>The expressions directly inside, evaluated on the same row.</summary>
    public virtual IEnumerable<BoundExpression> Parts => [];

    /// <summary>The slots that this expression reads and does not set itself.</summary>
    public IEnumerable<int> Slots => this switch
    {
        SlotValue slot => [slot.Slot],
        SubqueryValue subquery => subquery.OuterSlots,
        _ => Parts.SelectMany(part => part.Slots).Except(OwnSlots),
    };

    /// <summary>Whether two evaluations on the same row give the same value; false where <c>rand()</c> or the like stands inside.</summary>
    public bool IsDeterministic => this is not FunctionValue { Function.IsDeterministic: false } && Parts.All(part => part.IsDeterministic);

    /// <summary>Slots that this expression sets while it is evaluated: loop variables.</summary>
    public virtual IEnumerable<int> OwnSlots => [];

    /// <inheritdoc/>
    public sealed override string ToString() => BoundPrinter.Print(this);
}

/// <summary>A value known beforehand.</summary>
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

/// <summary>Whether an entity has all labels (or a relationship the type), or one of them, that a value names.</summary>
internal sealed record ComputedLabelCheck(BoundExpression Owner, BoundExpression Names, bool Any) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Owner, Names];
}

/// <summary>An item of a list or map.</summary>
internal sealed record SubscriptValue(BoundExpression Owner, BoundExpression Key, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => [Owner, Key];
}

/// <summary>A part of a list; an end that is not written is null.</summary>
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

/// <summary>IS [NOT] NULL.</summary>
internal sealed record NullCheck(BoundExpression Operand, bool Negated) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Operand];
}

/// <summary>Whether a value is of a type.</summary>
internal sealed record TypeCheck(BoundExpression Operand, CypherType Wanted, bool Negated) : BoundExpression(StaticType.Boolean)
{
    public override IEnumerable<BoundExpression> Parts => [Operand];
}

/// <summary>A list of values.</summary>
internal sealed record ListOf(IReadOnlyList<BoundExpression> Items, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => Items;
}

/// <summary>A map of values; a later entry wins over an earlier one of the same key.</summary>
internal sealed record MapOf(IReadOnlyList<KeyValuePair<string, BoundExpression>> Entries) : BoundExpression(StaticType.Map)
{
    public override IEnumerable<BoundExpression> Parts => Entries.Select(entry => entry.Value);
}

/// <summary>A map projection of a variable: entries in order, a null key stands for all properties. Null where the owner is.</summary>
internal sealed record MapProjectionOf(BoundExpression Owner, IReadOnlyList<KeyValuePair<string?, BoundExpression>> Entries) : BoundExpression(StaticType.Map)
{
    public override IEnumerable<BoundExpression> Parts => Entries.Select(entry => entry.Value).Prepend(Owner);
}

/// <summary>A call of a scalar function.</summary>
internal sealed record FunctionValue(CypherFunction Function, IReadOnlyList<BoundExpression> Arguments, StaticType Type) : BoundExpression(Type)
{
    public override IEnumerable<BoundExpression> Parts => Arguments;
}

/// <summary>CASE; without a subject each branch is a condition.</summary>
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

/// <summary>A list comprehension; the projection is the item itself where none is written.</summary>
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

/// <summary>The value of a query that is run for each row.</summary>
/// <param name="Form">What is made of its rows.</param>
/// <param name="Body">The query.</param>
/// <param name="OuterSlots">Slots of the surrounding row that it reads.</param>
/// <param name="Type">What is known of the value.</param>
internal sealed record SubqueryValue(SubqueryForm Form, BoundQuery Body, IReadOnlyList<int> OuterSlots, StaticType Type) : BoundExpression(Type);

/// <summary>What a subquery's rows become.</summary>
internal enum SubqueryForm
{
    /// <summary>Whether there is a row.</summary>
    Exists,

    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>The list of the single column.</summary>
    Collect,

    /// <summary>The single column of the first row, or null.</summary>
    First,
}
