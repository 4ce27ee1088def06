namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Creates the entities of a CREATE for each row.</summary>
internal sealed class CreateOperator(Operator input, int[] keep, int[] output, EntityMaker maker) : WriteOperator(input, keep, output)
{
    protected override void Apply(RunContext context)
    {
        maker.Make(context);
        Give(context);
    }
}

/// <summary>Buffers all rows of its input when it is opened, without changing anything.</summary>
internal sealed class EagerOperator(Operator input, int[] keep) : WriteOperator(input, keep, keep)
{
    protected override void Apply(RunContext context) => Give(context);
}
