using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>How a kind of question is answered: the form of the query, the roles it covers and the types of the concepts.</summary>
/// <param name="Name">Name of the reading, as printed in <c>understood</c>.</param>
/// <param name="Form">The form of the query, see <see cref="Querying.AskQueries"/>.</param>
/// <param name="Types">Roles that count.</param>
/// <param name="Own">For <see cref="AskForm.ConceptsBeside"/>, <see cref="AskForm.InCommon"/>: the roles that papers must have towards the concept asked about.</param>
/// <param name="Labels">For <see cref="AskForm.ConceptsBeside"/>, <see cref="AskForm.Outperforming"/>: labels of the concepts to return.</param>
/// <param name="Wanted">Preferred labels when resolving the name; empty for any.</param>
/// <param name="Between">Relationships by which a variant or part counts as the concept itself; empty for none.</param>
internal sealed record AskPlan(
    string Name, AskForm Form, IReadOnlyList<string> Types, IReadOnlyList<string> Own, IReadOnlyList<string> Labels, IReadOnlyList<string> Wanted, IReadOnlyList<string> Between)
{
    private static readonly string[] Resources = [GraphSchema.Labels.Dataset, GraphSchema.Labels.Benchmark];

    private static readonly string[] Methods = [GraphSchema.Labels.Method];

    private static readonly string[] Tasks = [GraphSchema.Labels.Task];

    private static readonly string[] Contribution = [GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn];

    private static readonly string[] Descent = [GraphSchema.Types.BuildsOn, GraphSchema.Types.VariantOf];

    /// <summary>Roles in which a paper works with a concept instead of only naming it.</summary>
    private static readonly string[] Work = [.. Contribution, GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Uses, GraphSchema.Types.Addresses];

    private static readonly string[] AnyRole =
    [
        GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.EvaluatesOn,
        GraphSchema.Types.Uses, GraphSchema.Types.Addresses, GraphSchema.Types.Measures, GraphSchema.Types.Mentions,
    ];

    /// <summary>Preferred labels when resolving the second name; null if the same as <see cref="Wanted"/>.</summary>
    public IReadOnlyList<string>? WantedOther { get; init; }

    /// <summary>True if the rows are concepts, authors or venues instead of papers.</summary>
    public bool GivesConcepts => Form is AskForm.Ancestors or AskForm.Lineage or AskForm.Successors or AskForm.AuthorsOn or AskForm.Coauthors or AskForm.VenuesOn or AskForm.VenuesOfAuthor or AskForm.Variants or AskForm.ComparedTo or AskForm.ConceptsBeside or AskForm.Outperforming or AskForm.IntroducedIn;

    /// <summary>The plan as an exclusion: a paper that builds on a concept or introduces it also uses it.</summary>
    public AskPlan LeavingOut() => Types is [GraphSchema.Types.Uses, ..] ? this with { Types = [.. Types.Union(Contribution)] } : this;

    /// <summary>True if papers count that build on the concept as well as those that use it.</summary>
    public bool CountsMade => Types is [GraphSchema.Types.Uses, ..] && Types.Contains(GraphSchema.Types.BuildsOn);

    /// <summary>
    /// The plan with the roles that count towards these concepts: evaluating on a dataset or benchmark is using it, and so is building on any other concept; addressing a task is
    /// evaluating on it; and for a concept that is not a task, papers on it are those with any role towards it except comparing, measuring and mentioning.
    /// </summary>
    public AskPlan For(IReadOnlyList<GraphNode> senses) => Own is [GraphSchema.Types.Addresses] && !senses.Any(sense => sense.Labels.Contains(GraphSchema.Labels.Task))
        ? this with { Own = Work }
        : Types is [GraphSchema.Types.Uses] && senses.Any(sense => sense.Labels.Any(Resources.Contains))
        ? this with { Types = [.. Types, GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Reports] }
        : Types is [GraphSchema.Types.Uses] && Form == AskForm.PapersByRole
        ? this with { Types = [.. Types, GraphSchema.Types.BuildsOn] }
        : Types is [GraphSchema.Types.EvaluatesOn, ..] && !senses.Any(sense => sense.Labels.Any(Resources.Contains))
        ? this with { Types = [.. Types, GraphSchema.Types.Addresses] }
        : this;

    /// <summary>The plan for a kind of question.</summary>
    public static AskPlan Of(QuestionKind kind) => kind switch
    {
        QuestionKind.BuildsOn => new("builds_on", AskForm.BuildsOn, [GraphSchema.Types.BuildsOn], [], [], [], [GraphSchema.Types.VariantOf]),
        QuestionKind.Ancestors => new("ancestors", AskForm.Ancestors, Descent, [], [], [], []),
        QuestionKind.Lineage => new("lineage", AskForm.Lineage, Descent, [], [], [], []),
        QuestionKind.Variants => new("variants", AskForm.Variants, [GraphSchema.Types.VariantOf], [], [], [], []),
        QuestionKind.IntroducedBy => new("introduced_by", AskForm.IntroducedBy, [GraphSchema.Types.Introduces], [], [], [], []),
        QuestionKind.EvaluatesOn => new("evaluates_on", AskForm.PapersByRole, [GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Reports], [], [], Resources, [GraphSchema.Types.VariantOf, GraphSchema.Types.PartOf]),
        QuestionKind.EvaluatedWith => new("evaluated_with", AskForm.ConceptsBeside, [GraphSchema.Types.EvaluatesOn], Contribution, Resources, Methods, []),
        QuestionKind.ComparesWith => new("compares_with", AskForm.PapersByRole, [GraphSchema.Types.ComparesWith], [], [], [], []),
        QuestionKind.Outperforms => new("outperforms", AskForm.Outperforming, [GraphSchema.Types.ComparesWith], [], Methods, Methods, []),
        QuestionKind.ComparedTo => new("compared_to", AskForm.ComparedTo, [GraphSchema.Types.ComparesWith], [], [], [], []),
        QuestionKind.BaselinesFor => new("baselines_for", AskForm.ConceptsBeside, [GraphSchema.Types.ComparesWith], [GraphSchema.Types.Addresses], Methods, Tasks, []),
        QuestionKind.Alike => new("alike", AskForm.ConceptsBeside, [GraphSchema.Types.EvaluatesOn], [GraphSchema.Types.EvaluatesOn], Resources, Resources, []),
        QuestionKind.Measures => new("measures", AskForm.PapersByRole, [GraphSchema.Types.Measures], [], [], [GraphSchema.Labels.Metric], []),
        QuestionKind.Worded => new("words", AskForm.Worded, [], [], [], [], []),
        QuestionKind.VenuesOn => new("venues_on", AskForm.VenuesOn, AnyRole, [], [], [], []),
        QuestionKind.VenuesOfAuthor => new("venues_of", AskForm.VenuesOfAuthor, [GraphSchema.Types.Wrote], [], [], [], []),
        QuestionKind.Uses => new("uses", AskForm.PapersByRole, [GraphSchema.Types.Uses], [], [], [], []),
        QuestionKind.About => new("about", AskForm.PapersByRole, AnyRole, [], [], [], []),
        QuestionKind.Cites => new("cites", AskForm.Cites, [GraphSchema.Types.Cites], [], [], [], []),
        QuestionKind.UsedBy => new("used_by", AskForm.ConceptsBeside, [GraphSchema.Types.Uses], [GraphSchema.Types.Introduces], [.. GraphSchema.Labels.ConceptTypes], Methods, []),
        QuestionKind.TasksOf => new("tasks_of", AskForm.ConceptsBeside, [GraphSchema.Types.Addresses], [.. Contribution, GraphSchema.Types.Uses], Tasks, Methods, []),
        QuestionKind.MethodsFor => new("methods_for", AskForm.ConceptsBeside, [.. Contribution, GraphSchema.Types.Uses], [GraphSchema.Types.Addresses], Methods, Tasks, []),
        QuestionKind.BenchmarksFor => new("benchmarks_for", AskForm.ConceptsBeside, [GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Uses], [GraphSchema.Types.Addresses], Resources, Tasks, []),
        QuestionKind.MetricsFor => new("metrics_for", AskForm.ConceptsBeside, [GraphSchema.Types.Measures], [GraphSchema.Types.Addresses], [GraphSchema.Labels.Metric], Tasks, []),
        QuestionKind.NewDataFor => new("new_data_for", AskForm.ConceptsBeside, [GraphSchema.Types.Introduces], [GraphSchema.Types.Addresses], Resources, Tasks, []),
        QuestionKind.NewMethodsFor => new("new_methods_for", AskForm.ConceptsBeside, [GraphSchema.Types.Introduces], [GraphSchema.Types.Addresses], Methods, Tasks, []),
        QuestionKind.ResultsOn => new("results_on", AskForm.ResultsOn, [GraphSchema.Types.Reports], [], [], Resources, []),
        QuestionKind.NumbersOn => new("numbers_on", AskForm.NumbersOn, [GraphSchema.Types.Reports], [], [], Resources, []),
        QuestionKind.MostNamed => new("most_named", AskForm.MostNamed, AnyRole, [], [], [], []),
        QuestionKind.MostIntroduced => new("most_introduced", AskForm.MostNamed, [GraphSchema.Types.Introduces], [], [], [], []),
        QuestionKind.ByAuthor => new("by_author", AskForm.ByAuthor, [GraphSchema.Types.Wrote], [], [], [], []),
        QuestionKind.Coauthors => new("coauthors", AskForm.Coauthors, [GraphSchema.Types.Wrote], [], [], [], []),
        QuestionKind.ResultsOf => new("results_of", AskForm.ResultsOf, [GraphSchema.Types.Reports], [], [], Methods, []) { WantedOther = Resources },
        QuestionKind.Successors => new("successors", AskForm.Successors, Descent, [], [], [], []),
        QuestionKind.AuthorsOn => new("authors_on", AskForm.AuthorsOn, Work, [], [], [], []),
        QuestionKind.InCommon => new("in_common", AskForm.InCommon, Descent, [.. Contribution, GraphSchema.Types.Uses], [], [], []),
        QuestionKind.Connection => new("connection", AskForm.Connection, Descent, [], [], [], []),
        QuestionKind.WhatIs => new("what_is", AskForm.IntroducedBy, [GraphSchema.Types.Introduces], [], [], [], []),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>The forms of queries.</summary>
internal enum AskForm
{
    /// <summary>Papers that build on the concepts.</summary>
    BuildsOn,

    /// <summary>Papers with any of several roles towards the concepts.</summary>
    PapersByRole,

    /// <summary>Papers that introduce the concepts.</summary>
    IntroducedBy,

    /// <summary>Results reported on the concepts that can be ranked.</summary>
    ResultsOn,

    /// <summary>All numbers that papers report on the concepts, including gains and doubtful readings.</summary>
    NumbersOn,

    /// <summary>Sentences that define the concepts, from papers that do not introduce them.</summary>
    Telling,

    /// <summary>The most named concepts, most cited papers or most prolific authors of the whole graph, see <see cref="Rankings"/>.</summary>
    MostNamed,

    /// <summary>Papers that cite a paper that introduces the concepts.</summary>
    Cites,

    /// <summary>Papers that cite one paper.</summary>
    CitesPaper,

    /// <summary>Concepts that one paper introduces.</summary>
    IntroducedIn,

    /// <summary>Papers of an author.</summary>
    ByAuthor,

    /// <summary>Concepts that the concepts descend from.</summary>
    Ancestors,

    /// <summary>Concepts that the concepts descend from, and concepts that descend from them.</summary>
    Lineage,

    /// <summary>Variants of the concepts.</summary>
    Variants,

    /// <summary>Concepts compared with the concepts.</summary>
    ComparedTo,

    /// <summary>Concepts that papers name together with the concepts.</summary>
    ConceptsBeside,

    /// <summary>Methods of papers with a sentence that says they outperform the concepts.</summary>
    Outperforming,

    /// <summary>The concepts themselves: the senses of an ambiguous name.</summary>
    Senses,

    /// <summary>Paths and papers between two concepts.</summary>
    Connection,

    /// <summary>Results of a method on a dataset or benchmark.</summary>
    ResultsOf,

    /// <summary>Concepts that build on the concepts or are variants of them, by year.</summary>
    Successors,

    /// <summary>Authors of papers with any of several roles towards the concepts.</summary>
    AuthorsOn,

    /// <summary>Papers by the words in their titles and abstracts.</summary>
    Worded,

    /// <summary>Venues of papers with any of several roles towards the concepts.</summary>
    VenuesOn,

    /// <summary>Venues of the papers of an author.</summary>
    VenuesOfAuthor,

    /// <summary>Number of papers of each year, see <see cref="Querying.AskQueries.ByYear"/>.</summary>
    ByYear,

    /// <summary>Coauthors of an author.</summary>
    Coauthors,

    /// <summary>Concepts to which two concepts are related in the same way.</summary>
    InCommon,
}
