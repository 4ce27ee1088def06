using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Derives Concept → Concept relations. BUILDS_ON: what a paper introduces descends from what it builds on, method from method and data from data.
/// COMPARES_WITH: what it introduces stands against what it compares with. VARIANT_OF and PART_OF: as texts state them, and variants by name.
/// Each pair is kept once a type, with the number of papers and the surest of them; of two opposite BUILDS_ON or VARIANT_OF the better supported stays.
/// </summary>
internal sealed class ConceptRelations
{
    /// <summary>Rule name of relations that follow from roles.</summary>
    public const string Rule = "derived.roles";

    /// <summary>
    /// Introduced concepts per paper up to which each is taken to descend from all that the paper builds on; a paper that introduces more names parts of its own system.
    /// </summary>
    private const int MostIntroduced = 4;

    /// <summary>Papers from which a concept is so well known that one text in passing does not settle where it comes from.</summary>
    private const int WellKnown = 10;

    /// <summary>Confidence from which one text settles it anyway.</summary>
    private const double SureAlone = 0.8;

    private readonly LinkedCorpus _corpus;
    private readonly Dictionary<(int From, int To, string Type), DerivedRelation> _found = [];

    private ConceptRelations(LinkedCorpus corpus) => _corpus = corpus;

    /// <summary>All relations, ordered by (from, type, to).</summary>
    public static List<DerivedRelation> Derive(LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links)
    {
        var relations = new ConceptRelations(corpus);
        for (var paper = 0; paper < links.Count; paper++)
        {
            relations.AddStated(paper);
            relations.AddFromRoles(paper, links[paper]);
        }

        foreach (var variant in corpus.Variants)
        {
            relations.Add(new DerivedRelation(
                variant.Variant, GraphSchema.Types.VariantOf, variant.Of, null, variant.Confidence, variant.By, -1, default, 0));
        }

        return relations.Settle();
    }

    private void AddStated(int paper)
    {
        var conceptOf = _corpus.ConceptOf[paper];
        foreach (var relation in _corpus.Papers[paper].Extraction.Relations)
        {
            Add(new DerivedRelation(
                conceptOf[relation.Head], relation.Type, conceptOf[relation.Tail], PaperIdOf(paper), relation.Confidence, relation.By, paper, relation.Evidence, 1));
        }
    }

    private void AddFromRoles(int paper, List<ConceptLink> links)
    {
        var introduced = links.Where(l => l.Role == ConceptRole.Introduces).ToList();
        if (introduced.Count > MostIntroduced)
        {
            return;
        }

        foreach (var own in introduced)
        {
            foreach (var other in links.Where(l => l.Role is ConceptRole.BuildsOn or ConceptRole.ComparesWith && SameKind(own.Concept, l.Concept)))
            {
                Add(new DerivedRelation(
                    own.Concept, other.Role.ToRelationshipType(), other.Concept, PaperIdOf(paper), Math.Min(own.Confidence, other.Confidence), Rule, paper, other.Source.Evidence, 1));
            }
        }
    }

    private string PaperIdOf(int paper) => _corpus.Papers[paper].Paper.Id.Value;

    private bool SameKind(int first, int second) => IsResource(first) == IsResource(second);

    private bool IsResource(int concept) => _corpus.Concepts[concept].Types[0] is ConceptType.Dataset or ConceptType.Benchmark;

    private void Add(DerivedRelation relation)
    {
        if (relation.From < 0 || relation.To < 0 || relation.From == relation.To || _corpus.Concepts[relation.From].Ambiguous || _corpus.Concepts[relation.To].Ambiguous)
        {
            return;
        }

        var key = (relation.From, relation.To, relation.Type);
        if (!_found.TryGetValue(key, out var before))
        {
            _found.Add(key, relation);
            return;
        }

        var papers = before.Papers + (relation.Paper == before.Paper ? 0 : relation.Papers);
        var better = before.Paper < 0 || (relation.Paper >= 0 && relation.Confidence > before.Confidence) ? relation : before;
        _found[key] = better with { Papers = Math.Max(papers, 1), Confidence = Math.Max(before.Confidence, relation.Confidence) };
    }

    private List<DerivedRelation> Settle() =>
        [.. _found.Values.Where(relation => !IsHearsay(relation) && !IsOutweighed(relation)).OrderBy(r => r.From).ThenBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.To)];

    /// <summary>What one text says in passing of where a well-known concept comes from.</summary>
    private bool IsHearsay(DerivedRelation relation) =>
        relation is { Type: GraphSchema.Types.BuildsOn or GraphSchema.Types.PartOf, Papers: 1, Confidence: < SureAlone }
        && relation.By != Rule && _corpus.Concepts[relation.From].Papers >= WellKnown;

    private bool IsOutweighed(DerivedRelation relation)
    {
        if (relation.Type is not (GraphSchema.Types.BuildsOn or GraphSchema.Types.VariantOf or GraphSchema.Types.PartOf)
            || !_found.TryGetValue((relation.To, relation.From, relation.Type), out var opposite))
        {
            return false;
        }

        var (own, other) = ((relation.Papers, relation.Confidence, -relation.From), (opposite.Papers, opposite.Confidence, -opposite.From));
        return own.CompareTo(other) < 0;
    }
}
