namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>A parsed question whose names are not resolved yet.</summary>
/// <param name="Kind">What the question asks.</param>
/// <param name="Name">The name that it is about, as typed.</param>
internal sealed record Question(QuestionKind Kind, string Name)
{
    /// <summary>The second name of a question about two, or null.</summary>
    public string? Other { get; init; }

    /// <summary>A further condition on the papers, or null.</summary>
    public FurtherCondition? Also { get; init; }

    /// <summary>An exclusion of papers or concepts, or null. It may contain several names: "PPO or GRPO".</summary>
    public FurtherCondition? Without { get; init; }

    /// <summary>True if the text matches no question form and is taken for a name.</summary>
    public bool IsBareName { get; init; }

    /// <summary>True for "X papers", where X may also be an author.</summary>
    public bool MayNameAuthor { get; init; }

    /// <summary>True if the question asks how many there are, which the answer about the whole graph then begins with.</summary>
    public bool AsksCount { get; init; }

    /// <summary>The metric of the results asked for, as typed, or null for any.</summary>
    public string? Metric { get; init; }

    /// <summary>Whether the lowest or the highest <see cref="Metric"/> is asked for; null if the metric decides which is best.</summary>
    public bool? Lowest { get; init; }

    /// <summary>True if the question asks which of two is better, which only the evidence sentences can tell.</summary>
    public bool AsksWhoWon { get; init; }

    /// <summary>True if the question contrasts two concepts: papers that compare them come first.</summary>
    public bool AsksContrast { get; init; }

    /// <summary>For a yes-or-no question, the claimed relation of the first to the second: builds on, uses or outperforms; otherwise null.</summary>
    public QuestionKind? Whether { get; init; }

    /// <summary>An addition to a question about two ("on long sequences") that did not resolve to a concept and is ignored, or null.</summary>
    public string? Aside { get; init; }

    /// <summary>Filters extracted from the question.</summary>
    public QuestionFilters Filters { get; init; } = new();
}

/// <summary>"… and also evaluate on GSM8K": a further condition on the papers.</summary>
/// <param name="Kind">Builds on, evaluates on, compares with, uses, introduced by or about, or the kind of the question.</param>
/// <param name="Name">The name, as typed.</param>
internal sealed record FurtherCondition(QuestionKind Kind, string Name);

/// <summary>Filters and order of a question.</summary>
internal sealed record QuestionFilters
{
    /// <summary>First year, or null.</summary>
    public int? Since { get; init; }

    /// <summary>Last year, or null.</summary>
    public int? Until { get; init; }

    /// <summary>Number of years counted back from the newest in the graph, until that is known; otherwise null.</summary>
    public int? LastYears { get; init; }

    /// <summary>True if papers are counted by year.</summary>
    public bool ByYear { get; init; }

    /// <summary>Prefixes of venue names, lower case, separated by bars, or null; see <see cref="VenueReader"/>.</summary>
    public string? Venue { get; init; }

    /// <summary>True if only surveys are asked for, which are recognised by their titles.</summary>
    public bool Surveys { get; init; }

    /// <summary>The number in "top 5", or null.</summary>
    public int? Top { get; init; }

    /// <summary>Order of the rows.</summary>
    public RowOrder Order { get; init; }
}

/// <summary>Order of the rows of an answer.</summary>
internal enum RowOrder
{
    /// <summary>Default order of the kind of question, for most kinds by confidence.</summary>
    Best,

    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>Most cited first, as far as the records state citation counts.</summary>
    MostCited,
}
