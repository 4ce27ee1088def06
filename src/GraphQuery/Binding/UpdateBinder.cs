using System.Diagnostics;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds the clauses that change the graph.</summary>
internal sealed class UpdateBinder(BindingContext context, ExpressionBinder expressions, PatternBinder patterns)
{
    private readonly CreationBinder _creations = new(context, expressions);

    /// <summary>The clause itself if it changes the graph, otherwise the first such clause inside it, or null.</summary>
    public static WritingClause? FindWriting(Clause clause)
    {
        if (clause is CallSubqueryClause call)
        {
            return call.Body.Parts.SelectMany(part => part.Clauses).Select(FindWriting).FirstOrDefault(found => found is not null);
        }

        var keyword = clause switch
        {
            CreateClause => "CREATE",
            MergeClause => "MERGE",
            SetClause => "SET",
            RemoveClause => "REMOVE",
            DeleteClause { Detach: true } => "DETACH DELETE",
            DeleteClause => "DELETE",
            ForeachClause => "FOREACH",
            _ => null,
        };
        return keyword is null ? null : new WritingClause(keyword, clause.Span);
    }

    /// <summary>Binds a clause and declares the variables that it creates in the scope.</summary>
    public BoundClause Bind(Clause clause, Scope scope) => clause switch
    {
        CreateClause create => new BoundCreate(_creations.Bind(create.Patterns, scope)),
        MergeClause merge => BindMerge(merge, scope),
        SetClause set => new BoundSet(BindItems(set.Items, scope)),
        RemoveClause remove => new BoundSet([.. remove.Items.Select(item => BindItem(item, scope))]),
        DeleteClause delete => new BoundDelete(delete.Detach, [.. delete.Targets.Select(target => BindDeleted(target, scope))]),
        ForeachClause each => BindForeach(each, scope),
        _ => throw new UnreachableException(),
    };

    private BoundMerge BindMerge(MergeClause merge, Scope scope)
    {
        _creations.CheckMerge(merge.Pattern, scope);
        var pattern = patterns.Bind([merge.Pattern], null, scope);
        var creation = _creations.BindMerged(merge.Pattern, pattern, scope);
        return new BoundMerge(pattern, creation, BindItems(merge.OnCreate, scope), BindItems(merge.OnMatch, scope));
    }

    private BoundForeach BindForeach(ForeachClause each, Scope scope)
    {
        var source = expressions.Bind(each.Source, scope);
        var inner = new Scope(scope);
        var item = new BoundVariable(each.Variable.Name, context.Slots.Next(), source.Type.Items);
        inner.Declare(item);
        return new BoundForeach(item.Slot, source, [.. each.Updates.Select(update => Bind(update, inner))]);
    }

    private BoundChange[] BindItems(IReadOnlyList<SetItem> items, Scope scope) => [.. items.Select(item => BindItem(item, scope))];

    private BoundChange BindItem(SetItem item, Scope scope)
    {
        var target = BindTarget(item.Target, scope);
        if (item is SetProperty made)
        {
            context.Made.Add(made.Property.Key);
        }

        return item switch
        {
            SetProperty set => new ChangeProperty(target, set.Property.Key, expressions.Bind(set.Value, scope)),
            SetComputedProperty set => new ChangeComputedProperty(target, expressions.Bind(set.Property.Key, scope), expressions.Bind(set.Value, scope)),
            SetComputedLabels set => new ChangeComputedLabels(target, expressions.Bind(set.Labels, scope), Remove: false),
            SetAllProperties set => new ChangeAllProperties(target, BindMap(set.Value, scope), set.Keep),
            SetLabels set => new ChangeLabels(target, set.Labels, Remove: false),
            _ => throw new UnreachableException(),
        };
    }

    private BoundChange BindItem(RemoveItem item, Scope scope)
    {
        var target = BindTarget(item.Target, scope);
        return item switch
        {
            RemoveProperty remove => new ChangeProperty(target, remove.Property.Key, Constant.Null),
            RemoveComputedProperty remove => new ChangeComputedProperty(target, expressions.Bind(remove.Property.Key, scope), Constant.Null),
            RemoveComputedLabels remove => new ChangeComputedLabels(target, expressions.Bind(remove.Labels, scope), Remove: true),
            RemoveLabels remove => new ChangeLabels(target, remove.Labels, Remove: true),
            _ => throw new UnreachableException(),
        };
    }

    private BoundExpression BindTarget(Expression target, Scope scope) =>
        context.RequireKinds(target, expressions.Bind(target, scope), ValueKinds.Entity, "a node or a relationship");

    private BoundExpression BindMap(Expression value, Scope scope) =>
        context.RequireKinds(value, expressions.Bind(value, scope), ValueKinds.Map | ValueKinds.Entity, "a map, a node or a relationship");

    private BoundExpression BindDeleted(Expression target, Scope scope)
    {
        if (target is LabelTest)
        {
            throw context.Fault(target.Span, "InvalidDelete", "DELETE takes whole entities: use REMOVE to take a label away.");
        }

        return context.RequireKinds(target, expressions.Bind(target, scope), ValueKinds.Entity | ValueKinds.Path, "a node, a relationship or a path");
    }
}
