using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>How a kind of question is answered: with which query, over which roles, for concepts of which types.</summary>
/// <param name="Name">The reading's name, as <c>understood</c> prints it.</param>
/// <param name="Cypher">The query.</param>
/// <param name="Types">Roles that count.</param>
/// <param name="Own">For <see cref="AskQueries.ConceptsBeside"/>, the roles that the papers must have towards the concept asked for.</param>
/// <param name="Labels">For the same, the labels of the concepts wanted.</param>
/// <param name="Wanted">Labels that a name should have to be meant; empty for any.</param>
/// <param name="Variants">Whether papers on a variant count too.</param>
internal sealed record AskPlan(
    string Name, string Cypher, IReadOnlyList<string> Types, IReadOnlyList<string> Own, IReadOnlyList<string> Labels, IReadOnlyList<string> Wanted, bool Variants)
{
    private static readonly string[] Resources = [GraphSchema.Labels.Dataset, GraphSchema.Labels.Benchmark];

    private static readonly string[] Methods = [GraphSchema.Labels.Method];

    private static readonly string[] Tasks = [GraphSchema.Labels.Task];

    private static readonly string[] Contribution = [GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn];

    private static readonly string[] AnyRole =
    [
        GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.EvaluatesOn,
        GraphSchema.Types.Uses, GraphSchema.Types.Addresses, GraphSchema.Types.Measures, GraphSchema.Types.Mentions,
    ];

    /// <summary>True where the rows are concepts, not papers.</summary>
    public bool GivesConcepts => Cypher is AskQueries.Ancestors or AskQueries.Lineage or AskQueries.Variants or AskQueries.ComparedTo or AskQueries.ConceptsBeside;

    /// <summary>Roles that count towards these concepts: who evaluates on a dataset or benchmark uses it.</summary>
    public IReadOnlyList<string> TypesFor(IReadOnlyList<GraphNode> senses) =>
        Types is [GraphSchema.Types.Uses] && senses.Any(sense => sense.Labels.Any(Resources.Contains)) ? [.. Types, GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Reports] : Types;

    /// <summary>The plan of a kind.</summary>
    public static AskPlan Of(QuestionKind kind) => kind switch
    {
        QuestionKind.BuildsOn => new("builds_on", AskQueries.BuildsOn, [GraphSchema.Types.BuildsOn], [], [], [], true),
        QuestionKind.Ancestors => new("ancestors", AskQueries.Ancestors, [], [], [], [], false),
        QuestionKind.Lineage => new("lineage", AskQueries.Lineage, [], [], [], [], false),
        QuestionKind.Variants => new("variants", AskQueries.Variants, [], [], [], [], false),
        QuestionKind.IntroducedBy => new("introduced_by", AskQueries.IntroducedBy, [GraphSchema.Types.Introduces], [], [], [], false),
        QuestionKind.EvaluatesOn => new("evaluates_on", AskQueries.PapersByRole, [GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Reports], [], [], Resources, true),
        QuestionKind.EvaluatedWith => new("evaluated_with", AskQueries.ConceptsBeside, [GraphSchema.Types.EvaluatesOn], Contribution, Resources, Methods, false),
        QuestionKind.ComparesWith => new("compares_with", AskQueries.PapersByRole, [GraphSchema.Types.ComparesWith], [], [], [], false),
        QuestionKind.ComparedTo => new("compared_to", AskQueries.ComparedTo, [], [], [], [], false),
        QuestionKind.Uses => new("uses", AskQueries.PapersByRole, [GraphSchema.Types.Uses], [], [], [], false),
        QuestionKind.About => new("about", AskQueries.PapersByRole, AnyRole, [], [], [], false),
        QuestionKind.TasksOf => new("tasks_of", AskQueries.ConceptsBeside, [GraphSchema.Types.Addresses], [.. Contribution, GraphSchema.Types.Uses], Tasks, Methods, false),
        QuestionKind.MethodsFor => new("methods_for", AskQueries.ConceptsBeside, [.. Contribution, GraphSchema.Types.Uses], [GraphSchema.Types.Addresses], Methods, Tasks, false),
        QuestionKind.BenchmarksFor => new("benchmarks_for", AskQueries.ConceptsBeside, [GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Uses], [GraphSchema.Types.Addresses], Resources, Tasks, false),
        QuestionKind.ResultsOn => new("results_on", AskQueries.ResultsOn, [GraphSchema.Types.Reports], [], [], Resources, false),
        QuestionKind.ByAuthor => new("by_author", AskQueries.ByAuthor, [GraphSchema.Types.Wrote], [], [], [], false),
        QuestionKind.Connection => new("connection", "", [], [], [], [], false),
        QuestionKind.WhatIs => new("what_is", AskQueries.IntroducedBy, [GraphSchema.Types.Introduces], [], [], [], false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
