using Stemma.GraphModel.Graph;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Planning.Rewrites;

namespace Stemma.GraphQuery.Planning;

/// <summary>
/// Plans a statement: <see cref="BoundStatement"/> → <see cref="PlannedStatement"/>. The entry point of the planning stage: the clauses become operators
/// in order (<see cref="ClausePlanner"/>, <see cref="PatternPlanner"/>), then the passes of <see cref="PlanRewriter"/> optimise the tree.
/// </summary>
internal static class Planner
{
    /// <summary>Plans a bound statement for a graph.</summary>
    /// <param name="statement">Statement to plan.</param>
    /// <param name="graph">Source of the label counts and indexes.</param>
    /// <param name="optimise">False plans patterns as written and skips all passes, as a reference for tests.</param>
    public static PlannedStatement Plan(BoundStatement statement, IPropertyGraph graph, bool optimise = true)
    {
        var clauses = new ClausePlanner(new PatternPlanner(optimise ? new GraphStatistics(graph) : null));
        var rewriter = new PlanRewriter(new GraphStatistics(graph));
        var subplans = new Dictionary<SubqueryValue, Plan>(ReferenceEqualityComparer.Instance);
        var root = PlanWhole(statement.Query, []);
        return new PlannedStatement(root, subplans, statement);

        Plan PlanWhole(BoundQuery query, IEnumerable<int> available)
        {
            var plan = clauses.Plan(query, available);
            PlanDepth.Check(plan);
            plan = optimise ? rewriter.Rewrite(plan) : plan;
            foreach (var subquery in SubqueriesIn(plan))
            {
                subplans[subquery] = PlanWhole(subquery.Body, subquery.OuterSlots);
            }

            return plan;
        }
    }

    private static IEnumerable<SubqueryValue> SubqueriesIn(Plan plan) =>
        plan.Expressions.SelectMany(SubqueriesIn).Concat(plan.Children.SelectMany(SubqueriesIn));

    private static IEnumerable<SubqueryValue> SubqueriesIn(BoundExpression expression) =>
        expression is SubqueryValue subquery ? [subquery] : expression.Parts.SelectMany(SubqueriesIn);
}

/// <summary>A statement ready to be compiled for execution.</summary>
/// <param name="Root">Its rows have the columns in the statement's output slots.</param>
/// <param name="Subplans">The plan of each subquery in an expression, by reference.</param>
/// <param name="Statement">The planned statement.</param>
internal sealed record PlannedStatement(Plan Root, IReadOnlyDictionary<SubqueryValue, Plan> Subplans, BoundStatement Statement);
