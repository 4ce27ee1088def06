using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Values;

public static partial class CypherValues
{
    /// <summary>
    /// <c>left + right</c>: numbers, strings (also with numbers, booleans and temporals), lists (also with one element on either side), temporals with
    /// durations. Null if either operand is null.
    /// </summary>
    public static GraphValue Add(GraphValue left, GraphValue right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var integer = unchecked(a + b);
            return ((a ^ integer) & (b ^ integer)) >= 0 ? GraphValue.From(integer) : throw RuntimeFault.Overflow($"{a} + {b}");
        }

        if (left.IsNull || right.IsNull)
        {
            return GraphValue.Null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return GraphValue.From(left.AsNumber() + right.AsNumber());
        }

        if (left.Kind == GraphValueKind.List || right.Kind == GraphValueKind.List)
        {
            return Concatenate(left, right);
        }

        if (left.IsString || right.IsString)
        {
            return JoinTexts(left, right);
        }

        return TemporalArithmetic.TryAdd(left, right, out var sum) ? sum : throw RuntimeFault.Operands("+", left, right);
    }

    /// <summary><c>left - right</c>: numbers, durations, a temporal and a duration.</summary>
    public static GraphValue Subtract(GraphValue left, GraphValue right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var integer = unchecked(a - b);
            return ((a ^ b) & (a ^ integer)) >= 0 ? GraphValue.From(integer) : throw RuntimeFault.Overflow($"{a} - {b}");
        }

        if (left.IsNull || right.IsNull)
        {
            return GraphValue.Null;
        }

        return left.IsNumber && right.IsNumber ? GraphValue.From(left.AsNumber() - right.AsNumber())
            : TemporalArithmetic.TrySubtract(left, right, out var difference) ? difference
            : throw RuntimeFault.Operands("-", left, right);
    }

    /// <summary><c>left * right</c>: numbers, a duration and a number.</summary>
    public static GraphValue Multiply(GraphValue left, GraphValue right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            var (a, b) = (left.AsInteger(), right.AsInteger());
            var high = Math.BigMul(a, b, out var low);
            return high == low >> 63 ? GraphValue.From(low) : throw RuntimeFault.Overflow($"{a} * {b}");
        }

        if (left.IsNull || right.IsNull)
        {
            return GraphValue.Null;
        }

        return (left.Kind, right.Kind) switch
        {
            _ when left.IsNumber && right.IsNumber => GraphValue.From(left.AsNumber() * right.AsNumber()),
            (GraphValueKind.Duration, _) when right.IsNumber => GraphValue.From(Durations.Scale(left.As<DurationValue>(), right.AsNumber())),
            (_, GraphValueKind.Duration) when left.IsNumber => GraphValue.From(Durations.Scale(right.As<DurationValue>(), left.AsNumber())),
            _ => throw RuntimeFault.Operands("*", left, right),
        };
    }

    /// <summary><c>left / right</c>: integers toward zero, floats by IEEE 754, a duration by a number. Dividing an integer by integer 0 throws.</summary>
    public static GraphValue Divide(GraphValue left, GraphValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return GraphValue.Null;
        }

        if (left.IsInteger && right.IsInteger)
        {
            RejectZero(right);
            return right.AsInteger() == -1 ? Negate(left) : GraphValue.From(left.AsInteger() / right.AsInteger());
        }

        return left.IsNumber && right.IsNumber ? GraphValue.From(left.AsNumber() / right.AsNumber())
            : left.Kind == GraphValueKind.Duration && right.IsNumber ? GraphValue.From(Durations.Divide(left.As<DurationValue>(), right.AsNumber()))
            : throw RuntimeFault.Operands("/", left, right);
    }

    /// <summary><c>left % right</c>, with the sign of the left operand.</summary>
    public static GraphValue Modulo(GraphValue left, GraphValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return GraphValue.Null;
        }

        if (left.IsInteger && right.IsInteger)
        {
            RejectZero(right);
            return GraphValue.From(right.AsInteger() == -1 ? 0 : left.AsInteger() % right.AsInteger());
        }

        return left.IsNumber && right.IsNumber
            ? GraphValue.From(left.AsNumber() % right.AsNumber())
            : throw RuntimeFault.Operands("%", left, right);
    }

    /// <summary><c>left ^ right</c>, always a float.</summary>
    public static GraphValue Power(GraphValue left, GraphValue right) =>
        left.IsNull || right.IsNull ? GraphValue.Null
        : left.IsNumber && right.IsNumber ? GraphValue.From(Math.Pow(left.AsNumber(), right.AsNumber()))
        : throw RuntimeFault.Operands("^", left, right);

    /// <summary><c>-value</c>.</summary>
    public static GraphValue Negate(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => GraphValue.Null,
        GraphValueKind.Integer when value.AsInteger() == long.MinValue => throw RuntimeFault.Overflow($"-({value.AsInteger()})"),
        GraphValueKind.Integer => GraphValue.From(-value.AsInteger()),
        GraphValueKind.Float => GraphValue.From(-value.AsFloat()),
        GraphValueKind.Duration => GraphValue.From(Durations.Negate(value.As<DurationValue>())),
        _ => throw RuntimeFault.InvalidArgumentType($"- does not take {TypeName.Of(value)}."),
    };

    private static void RejectZero(GraphValue divisor)
    {
        if (divisor.AsInteger() == 0)
        {
            throw RuntimeFault.Argument("DivisionByZero", "An integer cannot be divided by zero.");
        }
    }

    private static GraphValue Concatenate(GraphValue left, GraphValue right)
    {
        IReadOnlyList<GraphValue> head = left.Kind == GraphValueKind.List ? left.AsList() : [left];
        IReadOnlyList<GraphValue> rest = right.Kind == GraphValueKind.List ? right.AsList() : [right];
        ListLimit.Check((long)head.Count + rest.Count);
        return GraphValue.From((GraphValue[])[.. head, .. rest]);
    }

    private static GraphValue JoinTexts(GraphValue left, GraphValue right)
    {
        if (!CanJoin(left) || !CanJoin(right))
        {
            throw RuntimeFault.Operands("+", left, right);
        }

        var (head, rest) = (ValuePrinter.Text(left), ValuePrinter.Text(right));
        TextLimit.Check((long)head.Length + rest.Length);
        return GraphValue.From(head + rest);
    }

    private static bool CanJoin(GraphValue value) =>
        value.Kind is not (GraphValueKind.Map or GraphValueKind.Node or GraphValueKind.Relationship or GraphValueKind.Path);
}
