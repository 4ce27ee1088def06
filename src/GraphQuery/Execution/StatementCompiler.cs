using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Operators;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution;

/// <summary>
/// Compiles a planned statement: <see cref="PlannedStatement"/> → <see cref="CompiledStatement"/>. The entry point of the execution stage. Expressions are compiled to
/// evaluators and plans to operator factories once; each run creates its own operators over a <see cref="RunContext"/>.
/// </summary>
internal static class StatementCompiler
{
    /// <summary>Compiles a statement.</summary>
    /// <param name="planned">Statement to compile.</param>
    /// <param name="profile">Whether operators count their rows.</param>
    public static CompiledStatement Compile(PlannedStatement planned, bool profile)
    {
        var names = new StatementNames();
        var order = new List<SubqueryValue>();
        var checksNesting = !NestingBound.Holds(planned);
        var expressions = new ExpressionCompiler(names, IndexOf, checksNesting);
        var reads = SlotReads.Of(planned);
        var plans = new PlanCompiler(expressions, names, reads, profile, checksNesting);
        var root = plans.Compile(planned.Root);
        var subplans = new List<Func<Operator>>();

        // Compiling a subplan may find further subqueries, which are appended to the list.
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

/// <summary>A statement ready to run. Immutable, and thread-safe unless it is profiled.</summary>
/// <param name="Planned">The planned statement.</param>
/// <param name="Root">Creates the operators of a run.</param>
/// <param name="Subplans">Creates the operators of each subquery.</param>
/// <param name="Names">Labels, types and property keys in the statement.</param>
/// <param name="Counters">Row counts by plan operator, if it is profiled.</param>
internal sealed record CompiledStatement(
    PlannedStatement Planned, Func<Operator> Root, Func<Operator>[] Subplans, StatementNames Names, IReadOnlyDictionary<Plan, RowCounter> Counters)
{
    /// <summary>Length of a row.</summary>
    public int SlotCount => Planned.Statement.SlotCount;

    /// <summary>Whether it changes the graph.</summary>
    public bool Writes => Planned.Statement.Query.WritingClause is not null;
}
