namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>A question, understood but for its names.</summary>
/// <param name="Kind">What it asks.</param>
/// <param name="Name">The name it is about, as typed.</param>
internal sealed record Question(QuestionKind Kind, string Name)
{
    /// <summary>The second name of a connection, or null.</summary>
    public string? Other { get; init; }

    /// <summary>A further condition on the papers, or null.</summary>
    public FurtherCondition? Also { get; init; }

    /// <summary>What papers, or concepts, must not have or be, or null. Several names may stand in it: "PPO or GRPO".</summary>
    public FurtherCondition? Without { get; init; }

    /// <summary>True where the text is of no known form and was taken for a name.</summary>
    public bool IsBareName { get; init; }

    /// <summary>The metric of which results are asked for, as typed, or null for any.</summary>
    public string? Metric { get; init; }

    /// <summary>Whether the lowest or the highest of <see cref="Metric"/> is asked for; null where the metric tells which is best.</summary>
    public bool? Lowest { get; init; }

    /// <summary>True where the question is which of two is better, which only sentences say.</summary>
    public bool AsksWhoWon { get; init; }

    /// <summary>True where two are to be told apart: papers that compare them come first.</summary>
    public bool AsksContrast { get; init; }

    /// <summary>For a yes-or-no question what the first is said to do with the second: builds on, uses or outperforms; else null.</summary>
    public QuestionKind? Whether { get; init; }

    /// <summary>What a question about two says further ("on long sequences") and no concept is named, or null.</summary>
    public string? Aside { get; init; }

    /// <summary>Filters read off the question.</summary>
    public QuestionFilters Filters { get; init; } = new();
}

/// <summary>"… and also evaluate on GSM8K": papers must have this relation too.</summary>
/// <param name="Kind">One of builds on, evaluates on, compares with, uses, introduced by, about.</param>
/// <param name="Name">The name, as typed.</param>
internal sealed record FurtherCondition(QuestionKind Kind, string Name);

/// <summary>Filters and order that a question asks for.</summary>
internal sealed record QuestionFilters
{
    /// <summary>First year, or null.</summary>
    public int? Since { get; init; }

    /// <summary>Last year, or null.</summary>
    public int? Until { get; init; }

    /// <summary>Years counted back from the newest that the graph has, until it is known which that is; else null.</summary>
    public int? LastYears { get; init; }

    /// <summary>True where papers are to be counted year by year.</summary>
    public bool ByYear { get; init; }

    /// <summary>Starts of the venues' names, lower case, with bars between them, or null; see <see cref="VenueReader"/>.</summary>
    public string? Venue { get; init; }

    /// <summary>True where only surveys are asked for, which their titles tell.</summary>
    public bool Surveys { get; init; }

    /// <summary>"Top 5", or null.</summary>
    public int? Top { get; init; }

    /// <summary>Order of the rows.</summary>
    public RowOrder Order { get; init; }
}

/// <summary>Order of the rows of an answer.</summary>
internal enum RowOrder
{
    /// <summary>Surest first.</summary>
    Best,

    /// <summary>Youngest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>Most cited first, as far as the records say how often.</summary>
    MostCited,
}
