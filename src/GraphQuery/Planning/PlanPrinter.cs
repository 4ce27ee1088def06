using System.Diagnostics;
using System.Text;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>Prints plans as trees: one operator per line with its input below it; inner plans are indented above the input.</summary>
internal static class PlanPrinter
{
    /// <summary>Prints a plan; each line may end with a note, such as the rows of a profile.</summary>
    public static string Print(Plan plan, Func<Plan, string>? note = null)
    {
        var text = new StringBuilder();
        Print(plan, "", note, text);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Prints one operator without its children.</summary>
    public static string Describe(Plan plan) => plan switch
    {
        SingleRow => "SingleRow",
        ScanNodes scan => $"ScanNodes ({scan.Name}{(scan.Label is null ? "" : ":" + ExpressionPrinter.Name(scan.Label))})",
        ScanTexts scan => $"ScanTexts ({scan.Name}:{ExpressionPrinter.Name(scan.Label)}) {scan.Name}.{ExpressionPrinter.Name(scan.Key)} {ExpressionPrinter.Sign(scan.Test)} {scan.Wanted}",
        SeekNodes seek => $"SeekNodes ({seek.Name}:{ExpressionPrinter.Name(seek.Label)} {{{ExpressionPrinter.Name(seek.Key)}{(seek.AnyOf ? " IN" : ":")} {seek.Value}}})",
        JoinNodes join => $"JoinNodes ({join.Name}:{ExpressionPrinter.Name(join.Label)}) by {join.Name}.{ExpressionPrinter.Name(join.Key)} = {join.Value}",
        SeekElements seek => $"SeekElements ({seek.Name}) by {(seek.ByNumber ? "id" : "element id")} {(seek.AnyOf ? "IN" : "=")} {seek.Value}",
        Expand expand => $"{(expand.Into ? "ExpandInto" : "Expand")} {Arrow(expand)}",
        ScanRelationships scan => $"ScanRelationships {Arrow(scan.FromLabel, scan.Expand)}",
        ExpandPaths expand => $"{(expand.NodesOnly ? "ExpandReach" : "ExpandPaths")}{(expand.Into ? "Into" : "")} {Arrow(expand.From, expand.Relationship, expand.To, expand.Direction)}",
        FollowRelationship follow => $"FollowRelationship {Arrow(follow.Left, follow.Relationship, follow.Right, follow.Relationship.Direction)}",
        ExpandGroup expand => $"ExpandGroup{(expand.Into ? "Into" : "")} ({expand.From.Name})((…)){{{expand.Relationship.Length!.Minimum}, {(expand.Relationship.Length.Maximum == int.MaxValue ? "" : expand.Relationship.Length.Maximum)}}}({expand.To.Name})",
        ListNodes => "ListNodes",
        ShortestPaths paths => Describe(paths),
        ShortestMatches { Selected: { Selector: var selector } selected } => $"ShortestMatches {selector.Count}{(selector.Groups ? " groups" : "")} ({selected.Left.Name})…({selected.Right.Name})",
        BuildPath build => $"BuildPath {build.Path.Name}",
        Filter filter => $"Filter {string.Join(" AND ", filter.Predicates.Select(predicate => predicate is BinaryOperation { Operator: BinaryOperator.Or or BinaryOperator.Xor } ? $"({predicate})" : predicate.ToString()))}",
        Project project => $"Project {string.Join(", ", project.Items.Select(Describe))}",
        Aggregate aggregate => Describe(aggregate.Grouping),
        CountRelationships count => $"CountRelationships {count.Name}{(count.Type is null ? "" : " of " + ExpressionPrinter.Name(count.Type))}",
        CountNodes count => $"CountNodes {count.Name}{(count.Label is null ? "" : " with " + ExpressionPrinter.Name(count.Label))}",
        CountByToken count => $"{(count.OfNodes ? "CountNodes" : "CountRelationships")} {count.Name} by {count.KeyName}",
        CountDegree { Expand: var counted } => $"CountDegree {Arrow(counted)}",
        CountEnds { Expand: var counted } count => $"CountEnds {Arrow(count.FromLabel, counted)}",
        CountPairs pairs => $"CountPairs {Arrow(pairs.First)}, {Arrow(pairs.Second)}",
        _ => DescribeRows(plan),
    };

    private static string Describe(ShortestPaths paths)
    {
        var name = (paths.Relationship.Shape, paths.Relationship.Count) switch
        {
            (PathShape.Shortest, 1) => "ShortestPath",
            (PathShape.Shortest, var count) => $"ShortestPaths {count}",
            (_, 1) => "AllShortestPaths",
            (_, var count) => $"ShortestPaths {count} groups",
        };
        var conditions = paths.Relationship.Conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", paths.Relationship.Conditions)}";
        return $"{name} {Arrow(paths.Left, paths.Relationship, paths.Right, paths.Relationship.Direction)}{conditions}";
    }

    private static string DescribeRows(Plan plan) => plan switch
    {
        Distinct => "Distinct",
        Sort sort => $"{(sort.Count is null ? "Sort" : $"Top {sort.Count}")} by {string.Join(", ", sort.Keys.Select(key => key.Value + (key.Descending ? " DESC" : "")))}",
        Skip skip => $"Skip {skip.Count}",
        Limit limit => $"Limit {limit.Count}",
        Unwind unwind => $"Unwind {unwind.Source} AS {unwind.Name}",
        OptionalRows => "Optional",
        ForEachRow each => each.ForEffect ? "ForEachRow (for effect)" : "ForEachRow",
        Eager => "Eager",
        Concatenate => "Concatenate",
        CallProcedure call => $"CallProcedure {call.Procedure.Signature.Name}({string.Join(", ", call.Arguments)}) YIELD {string.Join(", ", call.Outputs.Select(output => output.Name))}",
        CreateEntities create => $"Create {Describe(create.Creation)}",
        MergePattern merge => $"Merge {Describe(merge.Merge.Creation)}",
        SetProperties set => $"Set {string.Join(", ", set.Changes.Select(Describe))}",
        DeleteEntities delete => $"{(delete.Detach ? "DetachDelete" : "Delete")} {string.Join(", ", delete.Targets)}",
        ForEachItem each => $"ForEachItem of {each.Source}",
        _ => throw new UnreachableException(),
    };

    private static string Describe(Assignment item) => item.Value.ToString() is var value && value == item.Name ? value : $"{value} AS {item.Name}";

    private static string Describe(Grouping grouping)
    {
        var aggregates = string.Join(", ", grouping.Aggregations.Select(aggregation => aggregation.Name));
        return grouping.Keys.Count == 0 ? $"Aggregate {aggregates}" : $"Aggregate {aggregates} by {string.Join(", ", grouping.Keys.Select(Describe))}";
    }

    private static string Describe(BoundCreation creation)
    {
        var nodes = creation.Nodes.Select(node => $"({node.Name}{string.Concat(node.Labels.Select(label => ":" + ExpressionPrinter.Name(label)))}{string.Concat(node.ComputedLabels.Select(value => $":$({value})"))}{(node.Properties is null ? "" : " " + node.Properties)})");
        var relationships = creation.Relationships.Select(relationship => $"[{relationship.Name}:{(relationship.ComputedType is { } type ? $"$({type})" : ExpressionPrinter.Name(relationship.Type))}{(relationship.Properties is null ? "" : " " + relationship.Properties)}]");
        return string.Join(", ", nodes.Concat(relationships));
    }

    private static string Describe(BoundChange change) => change switch
    {
        ChangeProperty set => $"{set.Target}.{ExpressionPrinter.Name(set.Key)} = {set.Value}",
        ChangeComputedProperty set => $"{set.Target}[{set.Key}] = {set.Value}",
        ChangeComputedLabels set => $"{(set.Remove ? "no " : "")}{set.Target}:$({set.Labels})",
        ChangeAllProperties set => $"{set.Target} {(set.Keep ? "+=" : "=")} {set.Value}",
        ChangeLabels set => $"{(set.Remove ? "no " : "")}{set.Target}{string.Concat(set.Labels.Select(label => ":" + ExpressionPrinter.Name(label)))}",
        _ => throw new UnreachableException(),
    };

    private static string Arrow(string? fromLabel, Expand expand) =>
        Arrow(fromLabel is null ? expand : expand with { From = expand.From with { Name = $"{expand.From.Name}:{ExpressionPrinter.Name(fromLabel)}" } });

    private static string Arrow(Expand expand) =>
        Arrow(expand.From, expand.Relationship, expand.To, expand.Direction)[..^1] + (expand.ToLabels is null ? ")" : $":{expand.ToLabels})");

    private static string Arrow(NamedSlot from, PatternRelationship relationship, NamedSlot to, PatternDirection direction)
    {
        var length = relationship.Length switch
        {
            null => "",
            { Minimum: 1, Maximum: int.MaxValue } => "*",
            { Maximum: int.MaxValue } open => $"*{open.Minimum}..",
            var closed => $"*{closed.Minimum}..{closed.Maximum}",
        };
        var inside = $"[{relationship.Name}{(relationship.Types is null ? "" : ":" + relationship.Types)}{length}{(relationship.Step is null ? "" : $" WHERE {relationship.Step}")}]";
        return $"({from.Name}){(direction == PatternDirection.Incoming ? "<-" : "-")}{inside}{(direction == PatternDirection.Outgoing ? "->" : "-")}({to.Name})";
    }

    private static void Print(Plan plan, string indent, Func<Plan, string>? note, StringBuilder text)
    {
        text.Append(indent).Append(Describe(plan)).Append(note?.Invoke(plan)).Append('\n');
        var inputs = plan.Children;
        foreach (var inner in inputs.Count > 1 && plan is not Concatenate ? inputs.Skip(1) : inputs.Skip(plan is Concatenate ? 0 : 1))
        {
            Print(inner, indent + "|   ", note, text);
        }

        if (plan is not Concatenate && inputs is [var input, ..] && input is not SingleRow)
        {
            Print(input, indent, note, text);
        }
    }
}
