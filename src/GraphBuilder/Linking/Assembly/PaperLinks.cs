using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphBuilder.Linking.Senses;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Reads a paper's links off its extraction: one a concept, the strongest role wins, of equal roles the most confident.
/// A claim to introduce is believed where it can be true (<see cref="IsCredible"/>): nobody introduces PPO again, but papers "introduce PPO" to a problem.
/// A paper that is not believed builds on the method, uses the dataset, addresses the task, reports in the metric.
/// </summary>
/// <remarks>Thresholds were set by reading the 434 claims to concepts that 25 papers or more name in 144,000 abstracts; half of them were none.</remarks>
internal sealed class PaperLinks
{
    /// <summary>Other papers that name a concept up to the year of a claim from which the claim comes too late; fewer may be preprints that were out before the conference.</summary>
    private const int Established = 5;

    /// <summary>Papers from which a concept is so well known that a claim to it must be plain.</summary>
    private const int WellKnown = 25;

    /// <summary>Years by which a preprint's followers may come before the paper.</summary>
    private const int Lag = 1;

    /// <summary>Confidence of a plain claim that a definition makes: "we propose X", "called X".</summary>
    private const double SureDefinition = 0.5;

    /// <summary>Confidence of one that any other phrase makes, for a name that is coined (VQ-VAE), not described (cross-modal attention).</summary>
    private const double SurePhrase = 0.65;

    /// <summary>
    /// How sure it is that a paper builds on the method, or addresses the task, that it wrongly claims: of 57 such papers drawn by chance whose claim was less sure than <see cref="Namesake"/> we found 50 right,
    /// however sure the claim was; with the confidence of the claim itself they would have lain at 0.1 to 0.6.
    /// </summary>
    private const double Instead = 0.8;

    /// <summary>A claim so sure is often right, and the name a namesake: 7 of 13. The same holds for names that a handful of papers share.</summary>
    private const double Namesake = 0.9;

    /// <summary>How sure it is that a paper builds on what a namesake may be meant by.</summary>
    private const double InsteadOfNamesake = 0.5;

    /// <summary>Rule that takes a paper whose title is the name for the one that introduced it.</summary>
    private const string TitleRule = "title.name";

    /// <summary>How sure that rule is: of nine such claims to methods that five papers or more name, which extraction had told as built on, we found nine right.</summary>
    private const double SureTitle = 0.9;

    /// <summary>What remains of the confidence where a dataset or a metric is claimed: every second one is a namesake.</summary>
    private const double Disbelief = 0.5;

    private readonly LinkedCorpus _corpus;
    private readonly ConceptYears _years;

    /// <summary>Makes it for a corpus.</summary>
    public PaperLinks(LinkedCorpus corpus, ConceptYears years)
    {
        _corpus = corpus;
        _years = years;
    }

    /// <summary>The links of a paper with some extraction, ordered by concept.</summary>
    public List<ConceptLink> Of(int paper, PaperExtraction extraction)
    {
        var links = new SortedDictionary<int, ConceptLink>();
        for (var slot = 0; slot < extraction.Concepts.Count; slot++)
        {
            var concept = _corpus.ConceptOf[paper][slot];
            if (concept >= 0)
            {
                var link = Link(paper, concept, extraction.Concepts[slot]);
                links[concept] = links.TryGetValue(concept, out var before) ? Join(before, link) : link;
            }
        }

        return [.. links.Values];
    }

    private ConceptLink Link(int paper, int concept, ExtractedConcept source)
    {
        var role = NameCensus.RoleOf(source);
        var confidence = source.Confidence;
        if (IsTitle(paper, concept, role))
        {
            return new ConceptLink(concept, ConceptRole.Introduces, Math.Max(confidence, SureTitle), TitleRule, source.Evidence, source.Surfaces);
        }

        if (role == ConceptRole.Introduces && !IsCredible(paper, concept, source))
        {
            role = RoleInstead(_corpus.Concepts[concept].Types[0]);
            confidence = ConfidenceInstead(role, confidence, _corpus.Concepts[concept].Papers);
        }

        var by = role == source.Role ? source.By : source.By + ConceptLink.Disbelieved;
        return new ConceptLink(concept, role, confidence, by, source.Evidence, source.Surfaces);
    }

    /// <summary>A method or data by whose name alone a paper goes, about when the name came into use, is its own, though its text may speak of it as of something known ("Generative Adversarial Nets").</summary>
    private bool IsTitle(int paper, int concept, ConceptRole role)
    {
        var (record, known) = (_corpus.Papers[paper].Head, _corpus.Concepts[concept]);
        return role is ConceptRole.Introduces or ConceptRole.BuildsOn or ConceptRole.Uses && known.Papers >= Established && known.Types[0] is not (ConceptType.Task or ConceptType.Metric)
            && record.Year <= _years.FirstOf(concept) + Lag && record.Year >= _years.FirstOf(concept) - Namesakes.Oblivion && TitleNames.Is(record.Title, known);
    }

    private static ConceptRole RoleInstead(ConceptType type) => type switch
    {
        ConceptType.Method => ConceptRole.BuildsOn,
        ConceptType.Task => ConceptRole.Addresses,
        ConceptType.Metric => ConceptRole.Measures,
        _ => ConceptRole.Uses,
    };

    private static double ConfidenceInstead(ConceptRole role, double claim, int papers) =>
        role is ConceptRole.Uses or ConceptRole.Measures ? Disbelief * claim : claim >= Namesake || papers <= Established ? InsteadOfNamesake : Instead;

    /// <summary>
    /// A claim comes before others name the concept, or in the same year under a title that begins with it; not from a paper whose own name has the concept's as a part, unless nobody else names that: of twelve such parts twelve were the paper's own ("VCC-INFUSE" introduces VCC).
    /// To a concept that many know it comes about when the name came into use, and says so in a definition, its title or another phrase for a coined name.
    /// </summary>
    private bool IsCredible(int paper, int concept, ExtractedConcept source)
    {
        var (record, known) = (_corpus.Papers[paper].Head, _corpus.Concepts[concept]);
        var isKnown = known.Papers > 1 || source.LexiconId is not null;
        if ((isKnown && TitleNames.IsWithin(record.Title, known)) || (known.Papers > Established && TitleNames.Describes(record.Title, known)))
        {
            return false;
        }

        if (_years.OthersUpTo(concept, record.Year) >= Established && !(_years.OthersUpTo(concept, record.Year - 1) < Established && TitleNames.Begins(record.Title, known)))
        {
            return false;
        }

        return known.Papers < WellKnown || (TitleNames.IsNamed(record.Title, known) && source.Confidence >= SureDefinition)
            || (!(record.Year > _years.FirstOf(concept) + Lag || record.Year < _years.FirstOf(concept) - Namesakes.Oblivion) && IsPlain(record.Title, known, source));
    }

    private static bool IsPlain(string title, LinkedConcept known, ExtractedConcept source)
    {
        if (source.By.StartsWith("definition", StringComparison.Ordinal) && source.By != Extraction.Names.TitleNameFinder.Rule)
        {
            return source.Confidence >= SureDefinition;
        }

        return source.Confidence >= SurePhrase && source.By.StartsWith("role", StringComparison.Ordinal) && source.Surfaces.Any(surface => NameKey.Tokens(surface).Exists(NameShapes.IsProper))
            && (source.By != Extraction.Roles.RoleClassifier.ModelRule || TitleNames.Begins(title, known));
    }

    private static ConceptLink Join(ConceptLink first, ConceptLink second)
    {
        var better = second.Role < first.Role || (second.Role == first.Role && second.Confidence > first.Confidence) ? second : first;
        return better with { Surfaces = [.. first.Surfaces.Union(second.Surfaces, StringComparer.Ordinal)] };
    }
}
