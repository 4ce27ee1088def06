namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>
/// Selects the reported numbers that a reader would rank as results, in Cypher; used for answers and for the page of a concept. Left out are numbers read as a change and, by the
/// words around the number, other gains and savings, bounds ("near", "up to", "below"), baselines ("from 74% to …", "vs. 70%") and ranges; by metric or sentence, costs and
/// attacks; and readings below <see cref="LeastSure"/> or whose sentence does not name the benchmark. Values above 100 % are allowed for relative scores, such as human-normalised
/// ones. Developed on the 1,894 numbers that 143,937 papers report on ten benchmarks, GSM8K to AIME 2024.
/// </summary>
public static class ResultRule
{
    /// <summary>Minimum confidence for ranking: of the numbers read on those benchmarks, most below it belong to another benchmark or are not results.</summary>
    public const string LeastSure = "0.7";

    private const string Bounds = @"near|nearly|close to|below|above|over|under|up to|upto|least|most|than|approximately|approx\\.?|about|around|almost|roughly|exceed\\w*|surpass\\w*|outperform\\w*|beyond|within";

    private const string Gains = @"by|by an? \\w+( of)?|by an? \\w+ \\w+ of|(gains?|improvements?|increases?|reductions?|drops?|loss|losses|declines?|boost|degradation)( of)?|reduc\\w*|cuts?|saves?|saving";

    private const string Baselines = @"from|compared (to|with)|against|versus|vs\\.?|baseline of|full-precision (performance|accuracy) of|(original|baseline|base)( model)? (achieves|reaches|scores)|maintain\\w*|preserv\\w*|retain\\w*|recover\\w*|(only |by )?using|with only";

    private const string Before =
        "(?s).*(\\\\b(" + Bounds + "|" + Gains + "|" + Baselines + @")\\s+(an?\\s+|the\\s+|average\\s+|remarkable\\s+|notable\\s+|significant\\s+|only\\s+)*|[<>~≈≥≤+±]|\\\\(sim|approx|pm)|\\d[ %$\\\\]*(-|–|—|~)+"
        + @"|\\b(gains?|improvements?|reductions?|drops?|declines?)\\b[^;:]*(,|\\band) |\\bby [\\d.]+\\S* (\\w+ ){0,3}and )[ $\\\\({*]*$";

    private const string After =
        @"(?s)[ $\\\\}*%]*(\\(round 1\\) *)?((to|→|->|\\\\rightarrow|\\\\to|-|–|—|~)+[ $\\\\]*\\d|of\\b|against\\b|(\\s*[^ ,;.()]+){0,3}\\s*\\b(improvements?|gains?|increases?|reductions?|decreases?|savings?|speed-?ups?|faster|fewer|less|lower|higher|better|more|drops?|degradation|relative|boosts?|sparsity|pruning|compression|lab?elled|labels?|success|attack|performance)\\b).*";

    private const string Costs =
        @"(?s).*(attack|\\basr|flops?\\b|latency|speed|energy|memory|cost|token|time|compression|sparsity|length|reduction|saving|param|size|throughput|\\bfps|usage|ratio|consumption|steps|\\bgain|improvement|overlap|budget|overhead).*";

    private const string Plain =
        @"((top-?1|test|testing|average|avg\\.?|mean|overall|final|classification|reasoning|answer|task|zero-shot|model|validation|val|recognition|state-of-the-art|image) )*(accurac(y|ies)|acc\\.?|top-?1)( rates?)?";

    /// <summary>Regular expression for metrics where lower is better.</summary>
    public const string LessIsBetter = @".*(error|perplexity|loss|negative log|bits[ -]per|false positive|distance|deviation|\\b(fids?|kid|fvd|fad|lpips|wers?|cers?|eer|der|ter|mae|r?mse|rmsd|mape|smape|nll|ppl|bpc|bpd|ece|epe|ade|fde|mpjpe|hd95|fpr)\\b).*";

    /// <summary>
    /// Expects c (the benchmark), p (the paper) and r (its REPORTS). Returns p and r, the best number of each paper and metric, with <c>metric</c> (its id, otherwise as printed;
    /// plain accuracies are one metric, and numbers without a metric belong to it if there are any) and <c>alike</c>, the number of papers with that metric.
    /// </summary>
    public const string Ranked = Rankable + Best + Placed;

    /// <summary>
    /// The same for one metric (<see cref="Questions.MetricCondition"/>): the forms of its name count as one metric, longer names that contain it ("top-5 accuracy") as others.
    /// </summary>
    /// <param name="lowest">Whether the lowest or the highest numbers are asked for; null if the metric decides which are best.</param>
    public static string RankedBy(bool? lowest) =>
        Rankable + "WHERE any(form IN $metrics WHERE measure =~ form OR metric =~ form)\nWITH p, r, measure, CASE WHEN measure =~ $itself OR metric =~ $itself THEN $metric ELSE metric END AS metric\n"
        + (lowest is { } least ? $"WITH p, r, metric, {(least ? "" : "-")}r.value AS place" : Best) + Placed;

    private const string Best = "WITH p, r, metric, CASE WHEN measure =~ '" + LessIsBetter + "' THEN r.value ELSE -r.value END AS place";

    private const string Rankable =
        "WITH c, p, r, toLower(coalesce(r.metric, '')) AS measure, toLower(coalesce(r.evidence, '')) AS said,\n"
        + "  CASE WHEN r.start > r.sentenceStart THEN r.start - r.sentenceStart ELSE 0 END AS begins, CASE WHEN r.end > r.sentenceStart THEN r.end - r.sentenceStart ELSE 0 END AS ends\n"
        + "WITH c, p, r, measure, said, left(said, begins) AS before, substring(said, ends) AS after\n"
        + "WHERE r.confidence >= " + LeastSure + " AND (r.unit IS NULL OR r.unit = '%') AND (r.delta IS NULL OR abs(r.delta) <> r.value)\n"
        + "  AND (r.unit IS NULL OR r.value <= 100 OR measure =~ '.*(human|normali[sz]ed|relative).*')\n"
        + "  AND any(name IN c.aliases + c.name WHERE replace(replace(replace(replace(said, '-', ''), ' ', ''), '’', ''), \"'\", '') CONTAINS replace(replace(replace(replace(toLower(name), '-', ''), ' ', ''), '’', ''), \"'\", ''))\n"
        + "  AND NOT measure =~ '" + Costs + "'\n"
        + "  AND NOT before =~ '" + Before + "'\n"
        + "  AND NOT after =~ '" + After + "'\n"
        + "  AND NOT (said =~ '(?s).*(attack|adversar|jailbreak|backdoor|fooling|watermark|poison|\\\\w success against).*' AND NOT measure =~ '.*(robust|certified|clean).*')\n"
        + "WITH p, r, measure, CASE WHEN measure =~ '" + Plain + "' THEN 'accuracy' ELSE coalesce(r.metricId, measure) END AS metric\n";

    private const string Placed =
        " ORDER BY place, r.confidence DESC, r.start\n"
        + "WITH p, metric, head(collect({r: r, place: place})) AS best\n"
        + "WITH collect({p: p, best: best, metric: metric}) AS numbers, count(CASE metric WHEN 'accuracy' THEN 1 END) > 0 AS plain\n"
        + "UNWIND numbers AS number\n"
        + "WITH CASE WHEN plain AND number.metric = '' THEN 'accuracy' ELSE number.metric END AS metric, collect(number) AS numbers\n"
        + "UNWIND numbers AS number\n"
        + "WITH metric, size(numbers) AS alike, number.p AS p, number.best.r AS r, number.best.place AS place";

    /// <summary>The order of the rows of <see cref="Ranked"/>: metrics by number of papers, then the best number first.</summary>
    public const string Order = "alike DESC, metric, place, p.id, r.start";
}
