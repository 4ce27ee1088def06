using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphBuilder.Linking.Senses;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Derives a paper's links from its extraction: one per concept, with the strongest role; of equal roles the most confident wins.
/// A claim to introduce is accepted if it can be true (<see cref="IsCredible"/>): nobody introduces PPO again, but papers "introduce PPO" to a problem.
/// Otherwise the paper builds on the method, uses the dataset, addresses the task or reports the metric. Where the origin of a concept is known, that alone counts.
/// </summary>
/// <remarks>The thresholds come from reading the 434 claims to concepts that 25 or more papers name in 144,000 abstracts; half of them were false.</remarks>
internal sealed class PaperLinks
{
    /// <summary>Number of other papers that name a concept up to the year of a claim, from which the claim is too late; fewer may be preprints that appeared before the conference.</summary>
    private const int Established = 5;

    /// <summary>Papers from which a concept is so well known that a claim to it must be explicit.</summary>
    private const int WellKnown = 25;

    /// <summary>Years by which the followers of a preprint may precede the paper.</summary>
    private const int Lag = 1;

    /// <summary>Minimum confidence of an explicit claim by a definition: "we propose X", "called X".</summary>
    private const double SureDefinition = 0.5;

    /// <summary>
    /// The same if the name consists of common words, unless the text calls it so: of the claims to such names that 25 or more papers have, in 144,000 abstracts, five of 0.52 to 0.63 were
    /// false ("process reward models" applied to clinical notes), and the least sure true one has 0.75. Of three that are called so, with 0.51 to 0.67, two are true.
    /// </summary>
    private const double SureDescription = 0.7;

    /// <summary>Minimum confidence of an explicit claim by another phrase, for a coined name (VQ-VAE), not a descriptive one (cross-modal attention).</summary>
    private const double SurePhrase = 0.65;

    /// <summary>
    /// Confidence that a paper builds on the method, or addresses the task, that it wrongly claims: of 57 such papers drawn at random with a claim below <see cref="Namesake"/> 50 were right,
    /// whatever the confidence of the claim; that confidence itself would have given them 0.1 to 0.6.
    /// </summary>
    private const double Instead = 0.8;

    /// <summary>Confidence from which a claim is often right and the name a namesake: 7 of 13. The same holds for names that a handful of papers share.</summary>
    private const double Namesake = 0.9;

    /// <summary>Confidence that a paper builds on a method, or addresses a task, if a namesake may be meant.</summary>
    private const double InsteadOfNamesake = 0.5;

    /// <summary>Rule for a paper that introduced the concept because its title is the name.</summary>
    private const string TitleRule = "title.name";

    private const string CalledRule = "definition.called";

    /// <summary>Confidence of that rule: of nine such claims to methods that five or more papers name, and that extraction had labelled as built on, nine were right.</summary>
    private const double SureTitle = 0.9;

    /// <summary>Factor on the confidence of a rejected claim to a dataset or metric: every second one is a namesake.</summary>
    private const double Disbelief = 0.5;

    private readonly LinkedCorpus _corpus;
    private readonly ConceptYears _years;
    private readonly KnownOrigins _origins;

    /// <summary>Prepares the links of a corpus; <paramref name="years"/> know the origins.</summary>
    public PaperLinks(LinkedCorpus corpus, ConceptYears years, KnownOrigins origins)
    {
        _corpus = corpus;
        _years = years;
        _origins = origins;
    }

    /// <summary>The links of a paper with the given extraction, ordered by concept.</summary>
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

        foreach (var concept in _origins.ConceptsOf(paper))
        {
            links[concept] = Originate(paper, concept, links.GetValueOrDefault(concept));
        }

        return [.. links.Values];
    }

    /// <summary>The claim of a paper that is known to have introduced a concept; its title is the evidence if its text does not name the concept.</summary>
    private ConceptLink Originate(int paper, int concept, ConceptLink? named)
    {
        var title = new TextSpan(TextField.Title, 0, _corpus.Papers[paper].Head.Title.Length);
        return named is null
            ? new ConceptLink(concept, ConceptRole.Introduces, 1, KnownOrigins.Rule, new Evidence(title, 0, title.End), [])
            : named with { Role = ConceptRole.Introduces, Confidence = 1, By = KnownOrigins.Rule };
    }

    private ConceptLink Link(int paper, int concept, ExtractedConcept source)
    {
        var role = NameCensus.RoleOf(source);
        var confidence = source.Confidence;
        var isElsewhere = _origins.TryGet(concept, out var origin) && origin.Paper != paper;
        var isCredible = role == ConceptRole.Introduces && !isElsewhere && IsCredible(paper, concept, source);
        if (!isElsewhere && (!isCredible || confidence < SureTitle) && IsTitle(paper, concept, role))
        {
            return new ConceptLink(concept, ConceptRole.Introduces, Math.Max(confidence, SureTitle), TitleRule, source.Evidence, source.Surfaces);
        }

        if (role == ConceptRole.Introduces && !isCredible)
        {
            role = RoleInstead(_corpus.Concepts[concept].Types[0]);
            confidence = ConfidenceInstead(role, confidence, _corpus.Concepts[concept].Papers);
        }

        var by = role == source.Role ? source.By : source.By + ConceptLink.Disbelieved;
        return new ConceptLink(concept, role, confidence, by, source.Evidence, source.Surfaces);
    }

    /// <summary>
    /// True for a method or data whose name is the whole title of a paper from about the time when the name came into use, or stands before its colon: it is the paper's own, even if
    /// the text treats it as known ("Generative Adversarial Nets", "Batch Normalization: Accelerating …").
    /// </summary>
    private bool IsTitle(int paper, int concept, ConceptRole role)
    {
        var (record, known) = (_corpus.Papers[paper].Head, _corpus.Concepts[concept]);
        return role is ConceptRole.Introduces or ConceptRole.BuildsOn or ConceptRole.Uses && known.Papers >= Established && known.Types[0] is not (ConceptType.Task or ConceptType.Metric)
            && record.Year <= _years.FirstOf(concept) + Lag && record.Year >= _years.FirstOf(concept) - Namesakes.Oblivion
            && (TitleNames.Is(record.Title, known) || (role != ConceptRole.Uses && _years.PapersBefore(concept, record.Year) < Established && TitleNames.Presents(record.Title, known)));
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
    /// A claim must come before others name the concept, or in the same year under a title that begins with the name. The paper's own name must not contain the concept's as a
    /// part, unless nobody else names the concept: of twelve such parts twelve were the paper's own ("VCC-INFUSE" introduces VCC). A claim to a well-known concept must come about
    /// when the name came into use, and be made in a definition, the title or another phrase for a coined name.
    /// </summary>
    private bool IsCredible(int paper, int concept, ExtractedConcept source)
    {
        var (record, known) = (_corpus.Papers[paper].Head, _corpus.Concepts[concept]);
        var isKnown = known.Papers > 1 || source.LexiconId is not null;
        if ((isKnown && TitleNames.IsWithin(record.Title, known)) || (known.Papers > Established && TitleNames.Describes(record.Title, known)))
        {
            return false;
        }

        if (_years.OthersUpTo(concept, record.Year) >= Established && !(_years.PapersBefore(concept, record.Year) < Established && TitleNames.Begins(record.Title, known)))
        {
            return false;
        }

        return known.Papers < WellKnown || (TitleNames.IsNamed(record.Title, known) && source.Confidence >= SureDefinition)
            || (!(record.Year > _years.FirstOf(concept) + Lag || record.Year < _years.FirstOf(concept) - Namesakes.Oblivion) && IsPlain(record.Title, known, source));
    }

    private static bool IsPlain(string title, LinkedConcept known, ExtractedConcept source)
    {
        var words = NameKey.Tokens(known.Name);
        var isCoined = words.Exists(NameShapes.IsProper);
        if (source.By.StartsWith("definition", StringComparison.Ordinal) && source.By != Extraction.Names.TitleNameFinder.Rule)
        {
            return source.Confidence >= (isCoined || words.Count == 1 || source.By == CalledRule ? SureDefinition : SureDescription);
        }

        return isCoined && source.Confidence >= SurePhrase && source.By.StartsWith("role", StringComparison.Ordinal)
            && (source.By != Extraction.Roles.RoleClassifier.ModelRule || TitleNames.Begins(title, known));
    }

    private static ConceptLink Join(ConceptLink first, ConceptLink second)
    {
        var better = second.Role < first.Role || (second.Role == first.Role && second.Confidence > first.Confidence) ? second : first;
        return better with { Surfaces = [.. first.Surfaces.Union(second.Surfaces, StringComparer.Ordinal)] };
    }
}
