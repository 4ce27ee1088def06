namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Makes the entities of a CREATE for each row.</summary>
internal sealed class CreateOperator(Operator input, int[] keep, int[] output, EntityMaker maker) : WriteOperator(input, keep, output)
{
    protected override void Apply(RunContext context)
    {
        maker.Make(context);
        Give(context);
    }
}
