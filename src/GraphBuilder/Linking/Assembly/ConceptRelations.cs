using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Derives Concept → Concept relations. BUILDS_ON: the main concept that a paper introduces descends from what the paper builds on, methods from methods and data from data.
/// COMPARES_WITH: from what a paper introduces to what it compares with. VARIANT_OF and PART_OF: as texts state them, and variants by name. Each pair is kept once per type, with
/// the number of papers and the most confident of them; of two opposite BUILDS_ON, VARIANT_OF or PART_OF the better supported stays. Descent never runs against time.
/// </summary>
/// <remarks>The exclusion rules come from reading the lineages of the two hundred concepts that most papers of 144,000 name.</remarks>
internal sealed class ConceptRelations
{
    /// <summary>Rule name of relations derived from roles.</summary>
    public const string Rule = "derived.roles";

    /// <summary>
    /// Number of introduced concepts up to which a paper's main one is taken to descend from all that the paper builds on; a paper that introduces more is about many things.
    /// </summary>
    private const int MostIntroduced = 4;

    /// <summary>Papers from which a concept is so well known that one passing statement does not decide its origin.</summary>
    private const int WellKnown = 10;

    /// <summary>Confidence from which one text decides anyway.</summary>
    private const double SureAlone = 0.8;

    /// <summary>Years by which a concept may be named before its ancestor: the ancestor's paper may be in the proceedings of the next year.</summary>
    private const int Lag = 1;

    /// <summary>
    /// One in this many of the papers that name a well-known concept must state that it descends from a lesser-known one; a large language model does
    /// not build on every tool that some system adds to it.
    /// </summary>
    private const int SupportShare = 200;

    /// <summary>Minimum number of papers that must state it.</summary>
    private const int LeastSupport = 3;

    private readonly LinkedCorpus _corpus;
    private readonly ConceptYears _years;
    private readonly HashSet<Place> _ownWords = [];
    private readonly Dictionary<Place, DerivedRelation> _found = [];

    private ConceptRelations(LinkedCorpus corpus, ConceptYears years) => (_corpus, _years) = (corpus, years);

    /// <summary>All relations, ordered by (from, type, to).</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="links">The links of each paper.</param>
    /// <param name="stated">The relations that the text of each paper states.</param>
    /// <param name="years">The years in which papers name each concept.</param>
    public static List<DerivedRelation> Derive(
        LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links, IReadOnlyList<IReadOnlyList<ExtractedRelation>> stated, ConceptYears years)
    {
        var relations = new ConceptRelations(corpus, years);
        for (var paper = 0; paper < links.Count; paper++)
        {
            relations.AddStated(paper, links[paper], stated[paper]);
            relations.AddFromRoles(paper, links[paper]);
        }

        foreach (var variant in corpus.Variants)
        {
            relations.Add(new DerivedRelation(
                variant.Variant, GraphSchema.Types.VariantOf, variant.Of, null, variant.Confidence, variant.By, -1, default, 0));
        }

        return relations.Settle();
    }

    private void AddStated(int paper, List<ConceptLink> links, IReadOnlyList<ExtractedRelation> stated)
    {
        var conceptOf = _corpus.ConceptOf[paper];
        foreach (var relation in stated)
        {
            if (links.Exists(link => link.Concept == conceptOf[relation.Head] && link.Role == ConceptRole.Introduces))
            {
                _ownWords.Add(new Place(conceptOf[relation.Head], conceptOf[relation.Tail], relation.Type));
            }

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

        foreach (var own in introduced.GroupBy(own => IsData(own.Concept)).SelectMany(kind => MainOf(_corpus.Papers[paper].Head.Title, [.. kind])))
        {
            foreach (var other in links.Where(l => l.Role is ConceptRole.BuildsOn or ConceptRole.ComparesWith && SameKind(own.Concept, l.Concept)))
            {
                _ownWords.Add(new Place(own.Concept, other.Concept, other.Role.ToRelationshipType()));
                Add(new DerivedRelation(
                    own.Concept, other.Role.ToRelationshipType(), other.Concept, PaperIdOf(paper), Math.Min(own.Confidence, other.Confidence), Rule, paper, other.Evidence, 1));
            }
        }
    }

    /// <summary>
    /// The main concepts among those of one kind that a paper introduces: those that its title names, or else the most confident one. A part (a regulariser, a fusion module) need not descend
    /// from all that the whole is built on; if it does, a text states it.
    /// </summary>
    private static List<ConceptLink> MainOf(string title, List<ConceptLink> introduced)
    {
        var titled = introduced.FindAll(own => own.Surfaces.Any(surface => title.Contains(surface, StringComparison.OrdinalIgnoreCase)));
        return titled.Count > 0 ? titled : [introduced.MaxBy(own => own.Confidence)!];
    }

    private string PaperIdOf(int paper) => _corpus.Papers[paper].Id.Value;

    /// <summary>Data descends only from data, and metrics only from metrics; all other types are one kind.</summary>
    private bool SameKind(int first, int second) => IsData(first) == IsData(second) && IsMetric(first) == IsMetric(second);

    /// <summary>True if one concept can descend from another. Data collected, or a task set, with the aid of a method does not descend from the method.</summary>
    private bool CanDescend(int from, int to) => SameKind(from, to) && !(IsTask(from) && !IsTask(to));

    private bool IsTask(int concept) => _corpus.Concepts[concept].Types[0] == ConceptType.Task;

    private bool IsMetric(int concept) => _corpus.Concepts[concept].Types[0] == ConceptType.Metric;

    private bool IsData(int concept) => _corpus.Concepts[concept].Types[0].IsData();

    private void Add(DerivedRelation relation)
    {
        if (relation.From < 0 || relation.To < 0 || relation.From == relation.To || _corpus.Concepts[relation.From].Ambiguous || _corpus.Concepts[relation.To].Ambiguous
            || (relation.Type == GraphSchema.Types.BuildsOn && !CanDescend(relation.From, relation.To)))
        {
            return;
        }

        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, new Place(relation.From, relation.To, relation.Type), out _);
        if (found is not { } before)
        {
            found = relation;
            return;
        }

        var papers = before.Papers + (relation.Paper == before.Paper ? 0 : relation.Papers);
        var better = before.Paper < 0 || (relation.Paper >= 0 && relation.Confidence > before.Confidence) ? relation : before;
        found = better with { Papers = Math.Max(papers, 1), Confidence = Math.Max(before.Confidence, relation.Confidence) };
    }

    private List<DerivedRelation> Settle() =>
        [.. _found.Values.Where(relation => !IsAgainstTime(relation) && !IsHearsay(relation) && !IsOutweighed(relation)).OrderBy(r => r.From).ThenBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.To)];

    /// <summary>
    /// True if the ancestor came into use too late. Editions are exempt, because they may be named before the whole: of 143,937 papers, the first that name WMT14 are
    /// of 2014, and the first that name WMT alone of 2017.
    /// </summary>
    private bool IsAgainstTime(DerivedRelation relation) =>
        relation.Type is GraphSchema.Types.BuildsOn or GraphSchema.Types.VariantOf && relation.By != VariantFinder.EditionRule && _years.FirstOf(relation.To) > _years.FirstOf(relation.From) + Lag;

    /// <summary>True for passing statements on the origin of a well-known concept: a single one, or a few that name a lesser-known origin.</summary>
    private bool IsHearsay(DerivedRelation relation)
    {
        var (from, to) = (_corpus.Concepts[relation.From], _corpus.Concepts[relation.To]);
        if (relation.Papers == 0 || from.Papers < WellKnown || relation.Type == GraphSchema.Types.ComparesWith || _ownWords.Contains(new Place(relation.From, relation.To, relation.Type)))
        {
            return false;
        }

        return (relation.Papers == 1 && relation.Confidence < SureAlone)
            || (to.Papers < from.Papers && relation.Papers < Math.Max(LeastSupport, from.Papers / SupportShare));
    }

    private bool IsOutweighed(DerivedRelation relation)
    {
        if (relation.Type is not (GraphSchema.Types.BuildsOn or GraphSchema.Types.VariantOf or GraphSchema.Types.PartOf)
            || !_found.TryGetValue(new Place(relation.To, relation.From, relation.Type), out var opposite))
        {
            return false;
        }

        var (own, other) = ((relation.Papers, relation.Confidence, -relation.From), (opposite.Papers, opposite.Confidence, -opposite.From));
        return own.CompareTo(other) < 0;
    }

    /// <summary>Key of a relation: the two concepts and the type.</summary>
    private readonly record struct Place(int From, int To, string Type)
    {
        /// <summary>Leaves the type out: few pairs have two, and hashing its letters would be most of a look-up.</summary>
        public override int GetHashCode() => HashCode.Combine(From, To);
    }
}
