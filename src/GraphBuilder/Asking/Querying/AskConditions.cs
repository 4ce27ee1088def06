using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>The conditions that a question puts on its rows, as Cypher with parameters. Only conditions that the question states are written.</summary>
internal sealed class AskConditions
{
    private readonly QuestionFilters _filters;
    private readonly ConceptCondition? _also;
    private readonly ConceptCondition? _without;
    private readonly Dictionary<string, GraphValue> _parameters = new(StringComparer.Ordinal);

    /// <summary>Creates the conditions.</summary>
    /// <param name="filters">Years, venue and order.</param>
    /// <param name="also">A concept that papers must have a role towards, or null.</param>
    /// <param name="without">Concepts that papers must have no role towards, or null.</param>
    public AskConditions(QuestionFilters filters, ConceptCondition? also, ConceptCondition? without)
    {
        (_filters, _also, _without) = (filters, also, without);
    }

    /// <summary>Parameters of the conditions written so far.</summary>
    public IReadOnlyDictionary<string, GraphValue> Parameters => _parameters;

    /// <summary>The metric of the results asked for, or null for any.</summary>
    public MetricCondition? Metric { get; init; }

    /// <summary>Cypher that selects the numbers that can be ranked, see <see cref="ResultRule"/>: of the metric asked for, or of all metrics.</summary>
    public string Ranked()
    {
        if (Metric is null)
        {
            return ResultRule.Ranked;
        }

        _parameters["metrics"] = GraphValue.FromStrings(Metric.Forms);
        _parameters["itself"] = GraphValue.From(Metric.Itself);
        _parameters["metric"] = GraphValue.From(Metric.Name);
        return ResultRule.RankedBy(Metric.Lowest);
    }

    /// <summary>A <c>WHERE</c> clause on a paper, or an empty string.</summary>
    public string OnPapers(string paper, params string[] further) => Where([.. further, .. Papers(paper)]);

    /// <summary>Conditions on the paper in which a concept is found, and on the concept, to append to a <c>WHERE</c> clause.</summary>
    public string OnPapersBeside(string paper, string concept) => string.Concat(Papers(paper, _without is null ? null : concept).Select(condition => "\n  AND " + condition));

    /// <summary>
    /// A <c>WHERE</c> clause on a concept related to those asked about, or an empty string. Years limit the concept's first year; conditions that only papers can meet limit it to
    /// what such papers introduce. What a lineage leads back to is limited by the last year alone.
    /// </summary>
    public string OnConcepts(string concept, AskForm form)
    {
        var conditions = new List<string>();
        if (_filters.Since is { } since)
        {
            conditions.Add($"{concept}.firstYear >= {Value("since", since)}");
        }

        if (OnPaper("own").ToList() is { Count: > 0 } own)
        {
            conditions.Add($"EXISTS {{ MATCH ({concept})<-[:INTRODUCES]-(own:Paper) WHERE {string.Join(" AND ", own)} }}");
        }

        if (form == AskForm.Lineage && conditions.Count > 0)
        {
            conditions = [$"(startNode(r).id IN $ids OR ({string.Join(" AND ", conditions)}))"];
        }

        if (_filters.Until is { } until)
        {
            conditions.Add($"{concept}.firstYear <= {Value("until", until)}");
        }

        if (_without is not null)
        {
            conditions.Add(NotOneOf(concept));
        }

        return Where(conditions);
    }

    /// <summary>
    /// The requested order of papers <c>p</c>, with <paramref name="best"/> as default and tie-breaker. Within a year, arXiv identifiers give the order, because they begin with year and month;
    /// papers without one come last.
    /// </summary>
    public string Order(string best) => _filters.Order switch
    {
        RowOrder.Newest => "coalesce(p.year, 0) DESC, coalesce(p.arxiv, '') DESC, " + best,
        RowOrder.Oldest => "coalesce(p.year, 9999), coalesce(p.arxiv, '~'), " + best,
        RowOrder.MostCited => "coalesce(p.citedByCount, 0) DESC, coalesce(p.rank, 0) DESC, " + best,
        _ => best,
    };

    /// <summary>The requested order of concepts <c>c</c>, with <paramref name="best"/> as default and tie-breaker.</summary>
    public string OrderOfConcepts(string best) => _filters.Order switch
    {
        RowOrder.Newest => "coalesce(c.firstYear, 0) DESC, " + best,
        RowOrder.Oldest => "coalesce(c.firstYear, 9999), " + best,
        _ => best,
    };

    /// <summary>
    /// Number of the two concepts, that of the relationship and that of the further condition, which a paper builds on; 0 without a further condition. After <see cref="OnPapers"/> only.
    /// </summary>
    public string MadeOf(string paper, string relation) => _also is null ? "0" :
        $"CASE type({relation}) WHEN '{GraphSchema.Types.BuildsOn}' THEN 1 ELSE 0 END + CASE WHEN EXISTS {{ MATCH ({paper})-[:{GraphSchema.Types.BuildsOn}]->(made:Concept) WHERE made.id IN $also }} THEN 1 ELSE 0 END";

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", conditions);

    private IEnumerable<string> Papers(string paper, string? excluded = null)
    {
        if (_filters.Since is { } since)
        {
            yield return $"{paper}.year >= {Value("since", since)}";
        }

        if (_filters.Until is { } until)
        {
            yield return $"{paper}.year <= {Value("until", until)}";
        }

        foreach (var condition in OnPaper(paper))
        {
            yield return condition;
        }

        if (_without is not null)
        {
            yield return excluded is null ? "NOT " + Has(paper, _without, "without") : NotOneOf(excluded);
        }
    }

    /// <summary>The conditions that only a paper can meet: venue, kind of paper, and role towards another concept.</summary>
    private IEnumerable<string> OnPaper(string paper)
    {
        if (_filters.Venue is { } venue)
        {
            _parameters["venues"] = GraphValue.FromStrings(VenueReader.NamesOf(venue));
            yield return $"any(venue IN $venues WHERE toLower({paper}.venue) STARTS WITH venue)";
        }

        if (_filters.Surveys)
        {
            yield return SurveyTitles.Condition(paper);
        }

        if (_also is not null)
        {
            yield return Has(paper, _also, "also");
        }
    }

    private string NotOneOf(string concept)
    {
        _parameters["without"] = GraphValue.FromStrings(_without!.Ids);
        return $"NOT {concept}.id IN $without";
    }

    private string Has(string paper, ConceptCondition condition, string parameter)
    {
        _parameters[parameter] = GraphValue.FromStrings(condition.Ids);
        var plan = condition.Plan;
        var types = plan.Form == AskForm.BuildsOn ? plan.Types.Append(GraphSchema.Types.Introduces) : plan.Types;
        var between = plan.Between.Count == 0 ? "" : $"(:Concept)-[:{string.Join('|', plan.Between)}*0..1]->";
        return $"EXISTS {{ MATCH ({paper})-[:{string.Join('|', types)}]->{between}({parameter}:Concept) WHERE {parameter}.id IN ${parameter} }}";
    }

    private string Value(string name, int value)
    {
        _parameters[name] = GraphValue.From((long)value);
        return "$" + name;
    }
}

/// <summary>Concepts that a paper must, or must not, have a role towards.</summary>
/// <param name="Plan">Which roles.</param>
/// <param name="Ids">Ids of the concepts, any of which suffices.</param>
internal sealed record ConceptCondition(AskPlan Plan, IReadOnlyList<string> Ids);
