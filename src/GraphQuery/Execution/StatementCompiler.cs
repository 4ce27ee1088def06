using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Operators;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Compiles a planned statement: <see cref="PlannedStatement"/> → <see cref="CompiledStatement"/>. The door of the execution stage. Expressions become
/// evaluators and plans become factories of operators once; each run then makes its own operators over an <see cref="RunContext"/>.
/// </summary>
internal static class StatementCompiler
{
    /// <summary>Compiles a statement.</summary>
    /// <param name="planned">What to compile.</param>
    /// <param name="profile">Whether operators count their rows.</param>
    public static CompiledStatement Compile(PlannedStatement planned, bool profile)
    {
        var names = new StatementNames();
        var order = new List<SubqueryValue>();
        var expressions = new ExpressionCompiler(names, IndexOf);
        var reads = SlotReads.Of(planned);
        var plans = new PlanCompiler(expressions, names, reads, profile);
        var root = plans.Compile(planned.Root);
        var subplans = new List<Func<Operator>>();

        // Compiling a subplan may meet further subqueries, which the list then grows by.
        for (var i = 0; i < order.Count; i++)
        {
            subplans.Add(plans.Compile(planned.Subplans[order[i]]));
        }

        return new CompiledStatement(planned, root, [.. subplans], names, plans.Counters);

        int IndexOf(SubqueryValue subquery)
        {
            var index = order.FindIndex(other => ReferenceEquals(other, subquery));
            if (index < 0)
            {
                index = order.Count;
                order.Add(subquery);
            }

            return index;
        }
    }
}

/// <summary>A statement ready to run. Immutable, and safe to share between threads unless it profiles.</summary>
/// <param name="Planned">Where it comes from.</param>
/// <param name="Root">Makes the operators of a run.</param>
/// <param name="Subplans">Makes the operators of each subquery.</param>
/// <param name="Names">Labels, types and keys that it names.</param>
/// <param name="Counters">Rows by plan operator, where it profiles.</param>
internal sealed record CompiledStatement(
    PlannedStatement Planned, Func<Operator> Root, Func<Operator>[] Subplans, StatementNames Names, IReadOnlyDictionary<Plan, RowCounter> Counters)
{
    /// <summary>Length of a row.</summary>
    public int SlotCount => Planned.Statement.SlotCount;

    /// <summary>Whether it changes the graph.</summary>
    public bool Writes => Planned.Statement.Query.WritingClause is not null;
}
