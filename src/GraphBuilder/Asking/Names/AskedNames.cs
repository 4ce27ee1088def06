using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>A question with its names resolved.</summary>
/// <param name="Question">The question.</param>
/// <param name="Plan">How the question is answered.</param>
/// <param name="Main">The name that the question is about.</param>
internal sealed record AskedNames(Question Question, AskPlan Plan, ResolvedName Main)
{
    /// <summary>The second name of a question about two, or null.</summary>
    public ResolvedName? Other { get; init; }

    /// <summary>The name of the extra condition, or null.</summary>
    public ResolvedName? Also { get; init; }

    /// <summary>The excluded names.</summary>
    public IReadOnlyList<ResolvedName> Without { get; init; } = [];

    /// <summary>The metric of the results asked for, or null for any. Of results of one method, those by other metrics are given too.</summary>
    public MetricCondition? Metric { get; init; }

    /// <summary>The kind of the extra condition; the question's own if it has none.</summary>
    public QuestionKind AlsoKind => Question.Also?.Kind ?? Question.Kind;

    /// <summary>The first name that did not resolve, or null.</summary>
    public ResolvedName? Missing => new[] { Main, Other, Also }.Concat(Without).FirstOrDefault(name => name is { Senses.Count: 0 });

    /// <summary>True if the question asks what a name means, and the name has several senses.</summary>
    public bool IsAboutSenses => Question.Kind == QuestionKind.WhatIs && Main.Senses.Count > 1;

    /// <summary>Ids of the concepts that the question is about.</summary>
    public IReadOnlyList<string> Ids => [.. Main.Senses.Select(IdOf)];

    /// <summary>The same question without the extra condition.</summary>
    public AskedNames Anywhere() => this with { Also = null, Question = Question with { Also = null } };

    /// <summary>The conditions on the rows. Their Cypher and parameters are produced on use.</summary>
    public AskConditions Conditions() => new(
        Question.Filters,
        Also is null ? null : ConditionOf(AskPlan.Of(AlsoKind).For(Also.Senses), Also.Senses),
        Without.Count == 0 ? null : ConditionOf(AskPlan.Of(Question.Without!.Kind).For(WithoutSenses).LeavingOut(), WithoutSenses)) { Metric = Metric };

    private IReadOnlyList<GraphNode> WithoutSenses => [.. Without.SelectMany(name => name.Senses)];

    private static ConceptCondition ConditionOf(AskPlan plan, IReadOnlyList<GraphNode> senses) => new(plan, [.. senses.Select(IdOf)]);

    /// <summary>The reading as one line: <c>builds_on(direct-preference-optimization), year ≥ 2024</c>.</summary>
    public string Print()
    {
        var filters = Question.Filters;
        var parts = new List<string?>
        {
            Other is null ? $"{Plan.Name}({string.Join('|', Ids)})" : $"{(Question.Whether is { } claim ? "whether_" + AskPlan.Of(claim).Name : Plan.Name)}({IdOf(Main.Senses[0])}, {IdOf(Other.Senses[0])})",
            Also is null ? null : $"also {AskPlan.Of(AlsoKind).Name}({string.Join('|', Also.Senses.Select(IdOf))})",
            Without.Count == 0 ? null : $"not {AskPlan.Of(Question.Without!.Kind).Name}({string.Join('|', Without.SelectMany(name => name.Senses).Select(IdOf))})",
            Metric is null || Other is not null ? null : $"{(Metric.Lowest switch { true => "lowest ", false => "highest ", null => "" })}{Metric.Name}",
            filters.Since is null ? null : $"year ≥ {filters.Since}",
            filters.Until is null ? null : $"year ≤ {filters.Until}",
            filters.Venue is null ? null : $"venue {filters.Venue}",
            filters.Surveys ? "surveys" : null,
            filters.ByYear ? "by year" : null,
            filters.Top is null ? null : $"top {filters.Top}",
            filters.Order switch { RowOrder.Newest => "newest first", RowOrder.Oldest => "oldest first", RowOrder.MostCited => "most cited first", _ => null },
        };
        return string.Join(", ", parts.Where(part => part is not null));
    }

    /// <summary>Number of papers that name a concept.</summary>
    public static long PapersOf(GraphNode node) => node.Properties.TryGetValue(GraphSchema.Keys.PaperCount, out var count) && count.IsNumber ? (long)count.AsNumber() : 0;

    /// <summary>Id of a node.</summary>
    public static string IdOf(GraphNode node) => node.Properties[GraphSchema.Keys.Id].AsString();

    /// <summary>Name and aliases of a concept.</summary>
    public static IEnumerable<string> NamesOf(GraphNode node) =>
        (node.Properties.TryGetValue(GraphSchema.Keys.Aliases, out var list) ? list.AsList().Select(alias => alias.AsString()) : []).Prepend(node.Properties[GraphSchema.Keys.Name].AsString());

    /// <summary>Name of a node, with the first acronym among its aliases: <c>Direct Preference Optimization (DPO)</c>.</summary>
    public static string NameOf(GraphNode node)
    {
        var name = node.Properties[GraphSchema.Keys.Name].AsString();
        var aliases = node.Properties.TryGetValue(GraphSchema.Keys.Aliases, out var list) ? list.AsList().Select(alias => alias.AsString()) : [];
        var acronym = aliases.FirstOrDefault(alias => alias.Length <= 8 && alias.Length * 2 < name.Length && alias.Count(char.IsUpper) >= 2);
        return acronym is null ? name : $"{name} ({acronym.TrimEnd('s')})";
    }
}
