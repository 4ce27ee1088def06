using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds CASE.</summary>
internal sealed class CaseBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds an expression; a subject that the branches compare by operators of their own gets a slot, which they read.</summary>
    public BoundExpression Bind(CaseExpression choice, Scope scope, ExpressionPlace place)
    {
        var subject = choice.Subject is null ? null : expressions.Bind(choice.Subject, scope, place.AsValue());
        if (subject is null || !choice.HasConditions)
        {
            return BindBranches(choice, subject, scope, scope, place);
        }

        var variable = new BoundVariable(CaseSubject.Name, context.Slots.Next(), subject.Type);
        var inner = new Scope(scope);
        inner.Declare(variable);
        var body = BindBranches(choice, null, inner, scope, place);
        return new LocalValue(variable.Slot, subject, body, body.Type);
    }

    private Choice BindBranches(CaseExpression choice, BoundExpression? subject, Scope conditions, Scope scope, ExpressionPlace place)
    {
        var whenPlace = subject is null ? place.AsCondition() : place.AsValue();
        var branches = choice.Branches
            .Select(branch => KeyValuePair.Create(expressions.Bind(branch.When, conditions, whenPlace), expressions.Bind(branch.Then, scope, place.AsValue())))
            .ToArray();
        var otherwise = choice.Otherwise is null ? Constant.Null : expressions.Bind(choice.Otherwise, scope, place.AsValue());
        var type = branches.Aggregate(otherwise.Type, (sum, branch) => sum.Or(branch.Value.Type));
        return new Choice(subject, branches, otherwise, type);
    }
}
