using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Finds evidence for relations that are known by a name alone. Candidates are the paper that introduced the variant, or else the earliest that names it, and the earliest that
/// names both concepts. The first with a sentence that names both is taken; if neither has one, the first, with the sentence that shows the role of the variant.
/// </summary>
internal sealed class NameEvidence
{
    private readonly LinkedCorpus _corpus;
    private readonly IReadOnlyList<List<ConceptLink>> _links;
    private readonly Introducers _introducers;
    private readonly Dictionary<int, int> _earliest = [];
    private readonly Dictionary<(int From, int To), int> _joint = [];

    private NameEvidence(LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links, Introducers introducers) =>
        (_corpus, _links, _introducers) = (corpus, links, introducers);

    /// <summary>The relations in their order, each with evidence. One pass over the links, and some microseconds per relation that had none.</summary>
    public static List<DerivedRelation> Give(
        LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links, Introducers introducers, List<DerivedRelation> relations)
    {
        var evidence = new NameEvidence(corpus, links, introducers);
        evidence.FindPapers(relations.Where(relation => relation.Paper < 0).ToLookup(relation => relation.From, relation => relation.To));
        return [.. relations.AsParallel().AsOrdered().Select(relation => relation.Paper < 0 ? evidence.Show(relation) : relation)];
    }

    private void FindPapers(ILookup<int, int> wanted)
    {
        foreach (var paper in Enumerable.Range(0, _links.Count).OrderBy(at => _corpus.Papers[at].Head.Year ?? int.MaxValue))
        {
            foreach (var link in _links[paper].Where(link => wanted.Contains(link.Concept)))
            {
                _earliest.TryAdd(link.Concept, paper);
                foreach (var to in wanted[link.Concept].Where(to => _links[paper].Exists(other => other.Concept == to)))
                {
                    _joint.TryAdd((link.Concept, to), paper);
                }
            }
        }
    }

    private DerivedRelation Show(DerivedRelation relation)
    {
        var introducer = _introducers.PaperOf(relation.From);
        var first = introducer >= 0 ? introducer : _earliest[relation.From];
        foreach (var paper in new[] { first, _joint.GetValueOrDefault((relation.From, relation.To), -1) }.Where(paper => paper >= 0).Distinct())
        {
            if (FindBoth(paper, relation.From, relation.To) is { } both)
            {
                return relation with { Paper = paper, Evidence = both };
            }
        }

        return relation with { Paper = first, Evidence = _links[first].Find(link => link.Concept == relation.From)!.Evidence };
    }

    /// <summary>The first mention of <paramref name="from"/> in a sentence that also has <paramref name="to"/>, at another place; null if no sentence of the paper has both.</summary>
    private Evidence? FindBoth(int paper, int from, int to)
    {
        var (own, other) = (new List<TextSpan>(), new List<TextSpan>());
        foreach (var (slot, concept) in _corpus.Papers[paper].ReadExtraction().Concepts.Index())
        {
            var at = _corpus.ConceptOf[paper][slot];
            (at == from ? own : at == to ? other : []).AddRange(concept.Mentions);
        }

        other.RemoveAll(span => own.Exists(mention => mention.Field == span.Field && mention.Start < span.End && span.Start < mention.End));
        if (own.Count == 0 || other.Count == 0)
        {
            return null;
        }

        var title = _corpus.Papers[paper].Head.Title.Length;
        var sentences = SentencesOf(_corpus.Papers[paper].ReadAbstract()).Select(sentence => (TextField.Abstract, sentence.Start, sentence.End)).Prepend((TextField.Title, 0, title)).ToList();
        foreach (var mention in own.OrderBy(span => span.Field).ThenBy(span => span.Start))
        {
            var (field, start, end) = sentences.Find(sentence => IsIn(mention, sentence));
            if (end > 0 && other.Exists(span => IsIn(span, (field, start, end))))
            {
                return new Evidence(mention, start, end);
            }
        }

        return null;
    }

    private static bool IsIn(TextSpan span, (TextField Field, int Start, int End) sentence) =>
        span.Field == sentence.Field && span.Start >= sentence.Start && span.End <= sentence.End;

    /// <summary>The sentences of an abstract, split as in extraction.</summary>
    private static IEnumerable<(int Start, int End)> SentencesOf(string text)
    {
        var (tokens, sentences) = (new List<Token>(), new List<TokenRange>());
        Tokenizer.Tokenize(text, 0, tokens);
        SentenceSplitter.Split(text, tokens, 0, sentences);
        return sentences.Select(sentence => (tokens[sentence.First].Start, tokens[sentence.End - 1].End));
    }
}
