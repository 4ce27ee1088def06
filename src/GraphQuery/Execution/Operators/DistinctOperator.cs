using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Rows with distinct values in the slots.</summary>
internal sealed class DistinctOperator : InputOperator
{
    private readonly Holding _holding = new();
    private readonly GroupTable _seen;
    private bool _isOpened;

    /// <summary>Creates the operator.</summary>
    public DistinctOperator(Operator input, int[] slots)
        : base(input) => _seen = new GroupTable(Array.ConvertAll(slots, KeyNumbers (slot) => new EvaluatedKey(new SlotEvaluator(slot), _holding)), _holding);

    public override void Open(RunContext context)
    {
        base.Open(context);
        if (!_isOpened)
        {
            context.AtEnd(_seen.Clear);
            _isOpened = true;
        }

        _holding.Release(context);
        _seen.Clear();
    }

    public override bool Next(RunContext context)
    {
        while (Input.Next(context))
        {
            context.Limits.Tick();
            if (_seen.TryAdd(context, out _))
            {
                return true;
            }
        }

        return false;
    }
}
