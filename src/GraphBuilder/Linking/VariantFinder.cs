using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Fifth stage: derives variants from names. <c>Diffusion-DPO</c>, <c>online DPO</c> (a known name last), <c>DPO-Shift</c>, <c>MMLU-Pro</c> (first), <c>cDPO</c>, <c>FinDPO</c>
/// (fused), <c>Token-level Direct Preference Optimization</c> (long form last). A size or version of a method (GPT-4, ResNet-50, Llama-3-8B) is a node of its own but no variant:
/// it is the same idea again, and lineage is about ideas. A size or version of data is a variant (WMT14, Kinetics-400, LongBench v2): a paper that evaluates on WMT14 evaluates on
/// WMT, but a result on one edition implies nothing about another. <c>DPO-based</c> is no variant either: it names what something else is built on. If both parts are known
/// (GSPO-DPO), the last is the head, as in English compounds.
/// </summary>
internal sealed partial class VariantFinder
{
    /// <summary>Rule for an edition, size or version of data.</summary>
    public const string EditionRule = "name.edition";

    private const string SuffixRule = "name.suffix";
    private const string PrefixRule = "name.prefix";
    private const string FusedRule = "name.fused";
    private const string LongFormRule = "name.long-form";

    /// <summary>One in this many papers must name a concept of two plain words for others to be kinds of it; otherwise it may be a mere phrase: "matching network" ends many names.</summary>
    private const int PhraseShare = 5000;

    /// <summary>
    /// Broad classes: everything ends in one of these, and belonging to one is no descent by the last word alone. Kinds of Transformer are
    /// found by <see cref="HeadVariants"/>, which requires more.
    /// </summary>
    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "AI", "ML", "RL", "NLP", "QA", "API", "GPU", "CPU", "RGBD", "IMU", "POI", "bench", "net", "agent", "transformer",
    };

    /// <summary>
    /// Confidence of a rule if no paper names both concepts: of twenty such variants per rule in 144,000 abstracts, 15, 13 and 15 were right. Capitals at the end of a name get the
    /// lowest, because only letters support them (EyePACS has nothing to do with PACS). Long forms spell the relation out and need no lower value.
    /// </summary>
    private static readonly Dictionary<string, double> Untied = new(StringComparer.Ordinal) { [EditionRule] = 0.7, [SuffixRule] = 0.7, [PrefixRule] = 0.5, [FusedRule] = 0.5 };

    private readonly LinkedConcept[] _concepts;
    private readonly VariantBases _bases;
    private readonly HeadVariants _heads;
    private readonly HashSet<string> _lexiconIds;
    private readonly int _papers;
    private readonly HashSet<string> _generic;
    private readonly HashSet<(int Introduced, int BuiltOn)> _descents;
    private readonly LongForms _longForms;
    private readonly NameTable _names;

    private VariantFinder(IReadOnlyList<LinkedConcept> concepts, NameCensus census, HashSet<(int, int)> descents)
    {
        _concepts = [.. concepts];
        _descents = descents;
        _longForms = new LongForms(_concepts);
        _names = census.Names;
        _papers = census.Papers.Count;
        _lexiconIds = [.. census.Lexicon.Select(known => known.Id)];
        _generic = [.. census.Lexicon.Where(known => known.IsGeneric).Select(known => known.Id)];
        _bases = new VariantBases(_concepts, _names);
        _heads = new HeadVariants(_concepts, [.. _lexiconIds.Except(_generic)]);
    }

    /// <summary>All variant relations by name, ordered by (variant, of); at most one per variant.</summary>
    public static IReadOnlyList<ConceptVariant> Find(
        IReadOnlyList<LinkedConcept> concepts, NameCensus census, int[] conceptOfMention)
    {
        var finder = new VariantFinder(concepts, census, PaperTies.Descents(census.Mentions, conceptOfMention));
        var found = ParallelEnumerable.Range(0, concepts.Count).AsOrdered().Select(finder.FindBase).OfType<ConceptVariant>().ToList();
        return Weigh(found, census.Mentions, conceptOfMention);
    }

    /// <summary>Lowers the confidence of variants that no paper names together with their base, because only letters support these.</summary>
    private static List<ConceptVariant> Weigh(List<ConceptVariant> variants, Mention[] mentions, int[] conceptOfMention)
    {
        var tied = PaperTies.Between(variants, mentions, conceptOfMention);
        return variants.ConvertAll(variant => tied.Contains(variant.Variant) || !Untied.TryGetValue(variant.By, out var confidence) ? variant : variant with { Confidence = confidence });
    }

    private ConceptVariant? FindBase(int at)
    {
        if (_concepts[at].Ambiguous || _concepts[at].Types[0] is ConceptType.Task or ConceptType.Metric)
        {
            return null;
        }

        foreach (var (name, _) in VariantBases.NamesOf(_concepts[at]).Where(pair => pair.Name.Length <= 60))
        {
            var tokens = NameKey.Tokens(name);
            var variant = Edition(at, name) ?? tokens.Count switch
            {
                0 => null,
                1 => Fused(at, tokens[0]),
                _ => Suffix(at, tokens) ?? Prefix(at, name, tokens) ?? LongForm(at, tokens),
            };
            if (variant is not null)
            {
                return variant;
            }
        }

        return KindOf(at);
    }

    private ConceptVariant? Edition(int at, string name) =>
        _concepts[at].Types[0].IsData() && EditionName().Match(name) is { Success: true } match ? Variant(at, match.Groups["of"].Value, _bases.ByKey, EditionRule, 0.85) : null;

    private ConceptVariant? Suffix(int at, List<string> tokens) =>
        tokens.Count <= 4 && VariantBases.IsToken(tokens[^1]) && !tokens.Take(tokens.Count - 1).All(NameShapes.IsSizeOrVersion)
            ? Variant(at, tokens[^1], _bases.ByCoinage, SuffixRule, 0.9)
            : null;

    private ConceptVariant? Prefix(int at, string name, List<string> tokens)
    {
        var rest = tokens.Skip(1).ToList();
        var isData = _concepts[at].Types[0].IsData();
        return tokens.Count <= 3 && VariantBases.IsToken(tokens[0]) && name.Length > tokens[0].Length && name[tokens[0].Length] is '-' or '+'
            && char.IsUpper(rest[0][0]) && !rest.Exists(token => NameShapes.IsSizeOrVersion(token) && !(isData && char.IsLetter(token[0])))
                ? Variant(at, tokens[0], _bases.ByCoinage, PrefixRule, 0.8)
                : null;
    }

    private ConceptVariant? Fused(int at, string token)
    {
        for (var start = 1; start <= token.Length - 3; start++)
        {
            var tail = token[start..];
            if (!tail.All(char.IsUpper) || !_bases.ByCoinage.TryGetValue(tail, out var of))
            {
                continue;
            }

            var atBoundary = char.IsLower(token[start - 1]);
            if (atBoundary || (start <= 2 && _descents.Contains((at, of))))
            {
                return Variant(at, tail, _bases.ByCoinage, FusedRule, atBoundary ? 0.85 : 0.8);
            }
        }

        return null;
    }

    private ConceptVariant? LongForm(int at, List<string> tokens)
    {
        for (var skipped = 1; skipped <= 3 && tokens.Count - skipped >= 2; skipped++)
        {
            var tail = string.Join(' ', tokens.Skip(skipped));
            if (_bases.ByKey.TryGetValue(_names.KeyTextOf(tail), out var of) && IsWhole(_concepts[of], tokens.Count - skipped) && _concepts[of].Types[0] == ConceptType.Method)
            {
                return Variant(at, tail, _bases.ByKey, LongFormRule, 0.75);
            }
        }

        return null;
    }

    private ConceptVariant? KindOf(int at) =>
        _heads.KindOf(_concepts[at].Name) is >= 0 and var of && of != at && _concepts[at].Types[0] == ConceptType.Method && _concepts[of].Papers >= _concepts[at].Papers ? new ConceptVariant(at, of, SuffixRule, 0.8) : null;

    /// <summary>
    /// True if the tail is the whole name of the concept, not a shorter alias ("graph convolutional network" is no convolutional neural network), and
    /// long or established enough to be more than a phrase.
    /// </summary>
    private bool IsWhole(LinkedConcept concept, int tailWords) =>
        tailWords >= NameKey.Tokens(concept.Name).Count
        && (tailWords >= 3 || (_lexiconIds.Contains(concept.Id) && concept.Papers * PhraseShare >= _papers));

    private ConceptVariant? Variant(int at, string baseName, IReadOnlyDictionary<string, int> known, string by, double confidence)
    {
        var key = _names.KeyTextOf(baseName);
        if (Classes.Contains(key) || !known.TryGetValue(key, out var of) || of == at || (by != EditionRule && _generic.Contains(_concepts[of].Id)))
        {
            return null;
        }

        var (variant, parent) = (_concepts[at], _concepts[of]);
        var isKnown = _lexiconIds.Contains(parent.Id) || parent.Papers >= VariantBases.KnownFrom;
        return isKnown && !parent.Ambiguous && (by is EditionRule or SuffixRule or LongFormRule || _longForms.Agree(at, of)) && (by == LongFormRule || SameHead(variant.Name, parent.Name)) && SameKind(variant.Types[0], parent.Types[0]) && (by == EditionRule || parent.Papers >= variant.Papers)
            ? new ConceptVariant(at, of, by, confidence)
            : null;
    }

    /// <summary>
    /// If both names are long forms, they must end in the same word: iLTM, a Large Tabular Model, is no Long-Term Memory. Not asked of a variant that ends in another name of the parent:
    /// the parent of "context-conditional generative adversarial network" is named "conditional GAN".
    /// </summary>
    private static bool SameHead(string variant, string parent)
    {
        var (first, second) = (NameKey.Stems(variant), NameKey.Stems(parent));
        return first.Count < 2 || second.Count < 2 || first[^1] == second[^1] || NameKey.Tokens(variant).Exists(VariantBases.IsToken);
    }

    private static bool SameKind(ConceptType first, ConceptType second) => first.IsData() == second.IsData() && second is not (ConceptType.Task or ConceptType.Metric);

    /// <summary>A name followed by a year, a size, a version, a plus sign or a word for one of them.</summary>
    [GeneratedRegex(@"^(?<of>\p{L}.+?\p{L})[- ]?([vV]?\d+(\.\d+)*[kKmMbB]?|\+{1,2}|(?<=[- ])(Pro|Plus|Lite|Mini|Hard|Verified|Diamond|XL|Full|Long))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EditionName();
}
