using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQueryTests;

/// <summary>Yields the numbers up to a bound, with their squares.</summary>
internal sealed class NumbersProcedure : IProcedure
{
    public ProcedureSignature Signature { get; } = new(
        "test.numbers",
        [new ProcedureField("upTo", "INTEGER?")],
        [new ProcedureField("number", "INTEGER?"), new ProcedureField("square", "INTEGER?")]);

    public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments)
    {
        for (var number = 1L; number <= arguments[0].AsInteger(); number++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            yield return [GraphValue.From(number), GraphValue.From(number * number)];
        }
    }
}
