using System.Diagnostics;
using System.Text;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Prints clauses and whole queries as canonical Cypher, on one line.</summary>
internal static class ClausePrinter
{
    /// <summary>Prints a query.</summary>
    public static string Print(Query query)
    {
        var text = new StringBuilder(query.Mode == QueryMode.Run ? "" : query.Mode.ToString().ToUpperInvariant() + " ");
        for (var i = 0; i < query.Parts.Count; i++)
        {
            text.Append(i == 0 ? "" : query.Unions[i - 1].All ? " UNION ALL " : " UNION ");
            text.AppendJoin(' ', query.Parts[i].Clauses);
        }

        return text.ToString();
    }

    /// <summary>Prints a clause.</summary>
    public static string Print(Clause clause) => clause switch
    {
        MatchClause match => $"{(match.Optional ? "OPTIONAL " : "")}MATCH {string.Join(", ", match.Patterns)}{Where(match.Where)}",
        UnwindClause unwind => $"UNWIND {unwind.Source} AS {unwind.Variable}",
        WithClause with => $"WITH {Print(with.Projection)}{Where(with.Where)}",
        ReturnClause result => $"RETURN {Print(result.Projection)}",
        CreateClause create => $"CREATE {string.Join(", ", create.Patterns)}",
        MergeClause merge => $"MERGE {merge.Pattern}{On("CREATE", merge.OnCreate)}{On("MATCH", merge.OnMatch)}",
        SetClause set => $"SET {string.Join(", ", set.Items.Select(Print))}",
        RemoveClause remove => $"REMOVE {string.Join(", ", remove.Items.Select(Print))}",
        DeleteClause delete => $"{(delete.Detach ? "DETACH " : "")}DELETE {string.Join(", ", delete.Targets)}",
        ForeachClause each => $"FOREACH ({each.Variable} IN {each.Source} | {string.Join(" ", each.Updates)})",
        CallClause call => PrintCall(call),
        CallSubqueryClause call => $"{(call.Optional ? "OPTIONAL " : "")}CALL {(call.ImportsAll ? "(*) " : call.Imports is null ? "" : $"({string.Join(", ", call.Imports)}) ")}{{ {call.Body} }}",
        FinishClause => "FINISH",
        _ => throw new UnreachableException(),
    };

    private static string Print(Projection projection)
    {
        var items = projection.Items.Select(item => item.Alias is null || item.Value is Variable { Name: var name } && name == item.Alias
            ? item.Value.ToString()
            : $"{item.Value} AS {ExpressionPrinter.Name(item.Alias)}");
        var columns = string.Join(", ", projection.Star ? items.Prepend("*") : items);
        var order = projection.OrderBy.Count == 0 ? "" : " ORDER BY " + string.Join(", ", projection.OrderBy.Select(key => key.Value + (key.Descending ? " DESC" : "")));
        var skip = projection.Skip is null ? "" : " SKIP " + projection.Skip;
        var limit = projection.Limit is null ? "" : " LIMIT " + projection.Limit;
        return $"{(projection.Distinct ? "DISTINCT " : "")}{columns}{order}{skip}{limit}";
    }

    private static string PrintCall(CallClause call)
    {
        var name = string.Join('.', call.Procedure.Split('.').Select(ExpressionPrinter.Name));
        var arguments = call.Arguments is null ? "" : $"({string.Join(", ", call.Arguments)})";
        var items = call.Yield?.Select(item => item.Output == item.Variable.Name ? ExpressionPrinter.Name(item.Output) : $"{ExpressionPrinter.Name(item.Output)} AS {item.Variable}");
        var yield = call.YieldAll ? " YIELD *" : items is null ? "" : " YIELD " + string.Join(", ", items);
        return call.IsShow ? $"{call.Procedure}{yield}{Where(call.Where)}" : $"{(call.Optional ? "OPTIONAL " : "")}CALL {name}{arguments}{yield}{Where(call.Where)}";
    }

    private static string Print(SetItem item) => item switch
    {
        SetProperty set => $"{set.Property} = {set.Value}",
        SetComputedProperty set => $"{set.Property} = {set.Value}",
        SetComputedLabels set => $"{set.Target}:$({set.Labels})",
        SetAllProperties set => $"{set.Target} {(set.Keep ? "+=" : "=")} {set.Value}",
        SetLabels set => set.Target + string.Concat(set.Labels.Select(label => ":" + ExpressionPrinter.Name(label))),
        _ => throw new UnreachableException(),
    };

    private static string Print(RemoveItem item) => item switch
    {
        RemoveProperty remove => remove.Property.ToString(),
        RemoveComputedProperty remove => remove.Property.ToString(),
        RemoveComputedLabels remove => $"{remove.Target}:$({remove.Labels})",
        RemoveLabels remove => remove.Target + string.Concat(remove.Labels.Select(label => ":" + ExpressionPrinter.Name(label))),
        _ => throw new UnreachableException(),
    };

    private static string On(string event_, IReadOnlyList<SetItem> items) => items.Count == 0 ? "" : $" ON {event_} SET {string.Join(", ", items.Select(Print))}";

    private static string Where(Expression? where) => where is null ? "" : " WHERE " + where;
}
