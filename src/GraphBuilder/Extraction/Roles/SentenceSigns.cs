using System.Collections.Frozen;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Single words that characterise a whole sentence: first person, contrast, negation, achievement, evaluation (word groups after Teufel 1999, "Argumentative zoning").</summary>
internal static class SentenceSigns
{
    /// <summary>Group of the words that refer to the authors.</summary>
    public const int Self = 1;

    /// <summary>Group of the words that present something new.</summary>
    public const int Proposal = 6;

    /// <summary>Group of the words that refer to the work of others.</summary>
    public const int Others = 8;

    private static readonly FrozenDictionary<string, uint> Signs = new Dictionary<uint, string[]>
    {
        [Self] = ["we", "our", "us"],
        [2] = ["however", "unlike", "whereas", "while", "although", "though", "despite", "but", "instead", "yet", "nevertheless", "contrast", "conversely"],
        [3] = ["not", "without", "no", "cannot", "fail", "fails", "lack", "lacks", "neither", "limited", "limitations", "costly", "expensive", "suffer", "suffers", "struggle", "struggles", "challenging"],
        [4] = ["outperform", "outperforms", "outperforming", "outperformed", "surpass", "surpasses", "surpassing", "exceeds", "beats", "superior", "better", "improves", "improvement", "improvements", "art", "sota", "gains", "competitive", "comparable"],
        [5] = ["experiments", "experiment", "evaluate", "evaluated", "evaluation", "evaluations", "evaluating", "benchmark", "benchmarks", "results", "demonstrate", "empirically", "extensive", "show", "validate", "tested"],
        [Proposal] = ["propose", "proposes", "introduce", "introduces", "present", "presents", "develop", "develops", "proposed", "novel", "new"],
        [7] = ["based", "builds", "build", "built", "extends", "extend", "extending", "inspired", "combines", "combining", "integrates", "integrating", "leverages", "leveraging", "variant", "generalizes", "adapts", "incorporates"],
        [Others] = ["existing", "previous", "prior", "traditional", "conventional", "current", "recent", "recently", "baseline", "baselines"],
        [9] = ["using", "use", "uses", "used", "trained", "train", "training", "pretrained", "tuned"],
        [10] = ["than", "compared", "comparison", "versus"],
        [11] = ["theoretical", "theoretically", "prove", "proof", "analysis", "analyze", "study", "investigate", "examine", "explore", "understanding"],
        [12] = ["dataset", "datasets", "corpus", "data", "collection", "annotated"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Lookup = Signs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        new[] { "for", "via", "with", "in", "on", "of", "by", "from", "using", "through", "to", "towards", "toward", "under", "beyond", "without", "and", "against", "as", "into", "at" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Adverbs =
        new[] { "also", "then", "further", "first" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsInLy =
        new[] { "apply", "rely", "supply", "multiply", "imply" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Group of a word, or 0.</summary>
    public static uint Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var sign) ? sign : 0;

    /// <summary>True for words between "we" and its verb: four adverbs, and words in "-ly" that are no verbs.</summary>
    public static bool IsAdverb(ReadOnlySpan<char> word) => Adverbs.Contains(word) || (word.EndsWith("ly", StringComparison.Ordinal) && !VerbsInLy.Contains(word));

    /// <summary>True for words that govern what follows in a title.</summary>
    public static bool IsPreposition(ReadOnlySpan<char> word) => Prepositions.Contains(word);
}
