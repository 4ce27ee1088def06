using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, the rows that a procedure yields; the row itself if the procedure has no outputs.</summary>
internal sealed class CallOperator(Operator input, IProcedure procedure, Evaluator[] arguments, YieldSlot[] outputs) : InputOperator(input)
{
    private IEnumerator<GraphValue[]>? _rows;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _rows = null;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            if (_rows?.MoveNext() == true)
            {
                context.Limits.Tick();
                foreach (var output in outputs)
                {
                    context.Row[output.Slot] = _rows.Current[output.Column];
                }

                return true;
            }

            _rows?.Dispose();
            _rows = null;
            if (!Input.Next(context))
            {
                return false;
            }

            var rows = Invoke(context);
            if (procedure.Signature.Outputs.Count == 0)
            {
                return rows.All(_ => true);
            }

            _rows = rows.GetEnumerator();
        }
    }

    private IEnumerable<GraphValue[]> Invoke(RunContext context)
    {
        var values = Array.ConvertAll(arguments, argument => argument.Evaluate(context));
        for (var i = 0; i < values.Length; i++)
        {
            var input = procedure.Signature.Inputs[i];
            if (!input.Accepted.Accept(values[i]))
            {
                throw new CypherException(
                    CypherErrorType.SyntaxError, CypherPhase.Runtime, "InvalidArgumentType", $"The argument '{input.Name}' of {procedure.Signature.Name} is {input.Type}, not {values[i].Kind}.");
            }
        }

        return procedure.Invoke(new ProcedureContext(context.Graph, context.Functions.CancellationToken), values);
    }
}
