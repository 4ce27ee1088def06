namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>
/// Selects the reported numbers that a reader would rank as results, in Cypher; used for answers and for the page of a concept. A number must meet all <see cref="Conditions"/>,
/// which are about the reading, the metric, the sentence, and the words before and after the number. Developed on the 1,894 numbers that 143,937 papers report on ten benchmarks,
/// GSM8K to AIME 2024.
/// </summary>
public static class ResultRule
{
    /// <summary>Regular expression for metrics where lower is better.</summary>
    public const string LessIsBetter = @".*(error|perplexity|loss|negative log|bits[ -]per|false positive|distance|deviation|\b(fids?|kid|fvd|fad|lpips|wers?|cers?|eer|der|ter|mae|r?mse|rmsd|mape|smape|nll|ppl|bpc|bpd|ece|epe|ade|fde|mpjpe|hd95|fpr)\b).*";

    /// <summary>Minimum confidence for ranking: of the numbers read on those benchmarks, most below it belong to another benchmark or are not results.</summary>
    private const string MinRankedConfidence = "0.7";

    private const string Bounds = @"near|nearly|close to|below|above|over|under|up to|upto|least|most|than|approximately|approx\.?|about|around|almost|roughly|exceed\w*|surpass\w*|outperform\w*|beyond|within";

    private const string Gains = @"by|by an? \w+( of)?|by an? \w+ \w+ of|(gains?|improvements?|increases?|reductions?|drops?|loss|losses|declines?|boost|degradation)( of)?|reduc\w*|cuts?|saves?|saving";

    private const string Baselines = @"from|compared (to|with)|against|versus|vs\.?|baseline of|full-precision (performance|accuracy) of|(original|baseline|base)( model)? (achieves|reaches|scores)|maintain\w*|preserv\w*|retain\w*|recover\w*|(only |by )?using|with only";

    /// <summary>Words that may stand between one of the above and the number: "by a remarkable 5%".</summary>
    private const string Fillers = @"(an?\s+|the\s+|average\s+|remarkable\s+|notable\s+|significant\s+|only\s+)*";

    private const string Costs =
        @"(?s).*(attack|\basr|flops?\b|latency|speed|energy|memory|cost|token|time|compression|sparsity|length|reduction|saving|param|size|throughput|\bfps|usage|ratio|consumption|steps|\bgain|improvement|overlap|budget|overhead).*";

    private const string Changed =
        @"improvements?|gains?|increases?|reductions?|decreases?|savings?|speed-?ups?|faster|fewer|less|lower|higher|better|more|drops?|degradation|relative|boosts?|sparsity|pruning|compression|lab?elled|labels?|success|attack|performance";

    /// <summary>Regular expression for the share of items that are right, solved or passed: one metric under several names.</summary>
    public const string Plain =
        @"((top-?1|test|testing|average|avg\.?|mean|overall|final|classification|reasoning|answer|task|zero-shot|model|validation|val|recognition|state-of-the-art|image) )*((accurac(y|ies)|acc\.?|top-?1|pass@1)( rates?)?|(success|pass|solve|solved|resolve|resolved|resolution) rates?)";

    /// <summary>Metrics whose values are shares, also where they are printed without a percent sign.</summary>
    private const string Shares = @".*(accurac|success|precision|recall|\bf1|f-score|pass@|exact match|\bm?ap\b|iou|dice|auc).*";

    /// <summary>Sentences about an accuracy with one or a few examples for each class, which is another task.</summary>
    private const string FewShot = @"(?s).*\b(one|few|[0-9]+)-shot ((image )?(classification|recognition) )?accurac.*";

    /// <summary>
    /// Expects c (the benchmark), p (the paper) and r (its REPORTS), and gives the conditions these: <c>measure</c>, the metric, empty if it ranks from the lowest and the
    /// sentence lacks it (of 941 such readings on 143,937 papers four lack it, and all four are wrong); <c>said</c>, the sentence; <c>before</c> and <c>after</c>, its text around the number. All are in lower case.
    /// </summary>
    internal static string Sentence { get; } =
        "WITH c, p, r, toLower(coalesce(r.metric, '')) AS stated, toLower(coalesce(r.evidence, '')) AS said,\n"
        + "  CASE WHEN r.start > r.sentenceStart THEN r.start - r.sentenceStart ELSE 0 END AS begins, CASE WHEN r.end > r.sentenceStart THEN r.end - r.sentenceStart ELSE 0 END AS ends\n"
        + $"WITH c, p, r, CASE WHEN stated =~ {ResultCondition.Literal(LessIsBetter)} AND NOT {Letters("said")} CONTAINS {Letters("stated")} THEN '' ELSE stated END AS measure, said,\n"
        + "  left(said, begins) AS before, substring(said, ends) AS after";

    /// <summary>The conditions, all of which must hold. Values above 100 % are allowed for relative scores, such as human-normalised ones.</summary>
    internal static IReadOnlyList<ResultCondition> Conditions { get; } =
    [
        new("is read with confidence", "r.confidence >= " + MinRankedConfidence),
        new("has no unit but %", "(r.unit IS NULL OR r.unit = '%')"),
        new("is not read as a change", "(r.delta IS NULL OR abs(r.delta) <> r.value)"),
        new("is at most 100 %, unless relative", $"(r.value <= 100 OR (r.unit IS NULL AND NOT measure =~ {ResultCondition.Literal(Shares)}) OR measure =~ '.*(human|normali[sz]ed|relative).*')"),
        new("is no error rate named by its rank", @"NOT (measure =~ '.*top-?[15]' AND after =~ '(?s)[^;]{0,40}\\berrors?\\b.*')"),
        new("has the benchmark in its sentence", $"any(name IN c.aliases + c.name WHERE {Letters("said")} CONTAINS {Letters("toLower(name)")})"),
        ResultCondition.Not("is no cost", "measure", Costs),
        ResultCondition.Not("is no bound", "before", Before($@"\b({Bounds})\s+{Fillers}")),
        ResultCondition.Not("is no gain", "before", Before($@"\b({Gains})\s+{Fillers}")),
        ResultCondition.Not("is no baseline", "before", Before($@"\b({Baselines})\s+{Fillers}")),
        ResultCondition.Not("has no comparison sign before it", "before", Before(@"[<>~≈≥≤+±]|\\(sim|approx|pm)")),
        ResultCondition.Not("is no end of a range", "before", Before(@"\d[ %$\\]*(-|–|—|~)+")),
        ResultCondition.Not("is no second of two gains", "before", Before(@"\b(gains?|improvements?|reductions?|drops?|declines?)\b[^;:]*(,|\band) |\bby [\d.]+\S* (\w+ ){0,3}and ")),
        ResultCondition.Not("is no start of a range", "after", After(@"(to|→|->|\\rightarrow|\\to|-|–|—|~)+[ $\\]*\d")),
        ResultCondition.Not("is no share of something", "after", After(@"of\b|against\b")),
        ResultCondition.Not("is not said to be a change", "after", After($@"(\s*[^ ,;.()]+){{0,3}}\s*\b({Changed})\b")),
        new("is no success of an attack", "NOT (said =~ '(?s).*(attack|adversar|jailbreak|backdoor|fooling|watermark|poison|\\\\w success against).*' AND NOT measure =~ '.*(robust|certified|clean).*')"),
    ];

    private static readonly string Rankable =
        $"{Sentence}\nWHERE {string.Join("\n  AND ", Conditions.Select(condition => condition.Cypher))}\n"
        + $"WITH p, r, measure, CASE WHEN measure =~ {ResultCondition.Literal(Plain)} THEN CASE WHEN said =~ {ResultCondition.Literal(FewShot)} THEN 'few-shot accuracy' ELSE 'accuracy' END\n"
        + "  WHEN measure = '' THEN '' ELSE coalesce(r.metricId, measure) END AS metric\n";

    private static readonly string Best = $"WITH p, r, metric, CASE WHEN measure =~ {ResultCondition.Literal(LessIsBetter)} THEN r.value ELSE -r.value END AS place";

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

    /// <summary>
    /// Expects c (the benchmark), p (the paper) and r (its REPORTS). Returns p and r, the best number of each paper and metric, with <c>metric</c> (its id, otherwise as printed;
    /// plain accuracies and the like are one metric, and numbers without a metric belong to it if there are any) and <c>alike</c>, the number of papers with that metric.
    /// </summary>
    public static string Ranked { get; } = Rankable + Best + Placed;

    /// <summary>
    /// The same for one metric (<see cref="Questions.MetricCondition"/>): the forms of its name count as one metric, longer names that contain it ("top-5 accuracy") as others.
    /// </summary>
    /// <param name="lowest">Whether the lowest or the highest numbers are asked for; null if the metric decides which are best.</param>
    public static string RankedBy(bool? lowest) =>
        Rankable + "WHERE any(form IN $metrics WHERE measure =~ form OR metric =~ form)\nWITH p, r, measure, CASE WHEN measure =~ $itself OR metric =~ $itself THEN $metric ELSE metric END AS metric\n"
        + (lowest is { } least ? $"WITH p, r, metric, {(least ? "" : "-")}r.value AS place" : Best) + Placed;

    /// <summary>A pattern for text that ends in this, and perhaps opening signs, before the number.</summary>
    private static string Before(string end) => $@"(?s).*({end})[ $\\({{*]*$";

    /// <summary>A pattern for text that begins with this, and perhaps closing signs, after the number.</summary>
    private static string After(string begin) => $@"(?s)[ $\\}}*%]*(\(round 1\) *)?({begin}).*";

    /// <summary>A text without blanks, hyphens and apostrophes, which the spellings of one name differ in.</summary>
    private static string Letters(string text) => $"""replace(replace(replace(replace({text}, '-', ''), ' ', ''), '’', ''), "'", '')""";
}
