using Stemma.GraphAnalysis;
using Stemma.GraphAnalysis.Communities;
using Stemma.GraphAnalysis.Ranks;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Ranks and communities. Rank: PageRank over all BUILDS_ON relationships, with papers and concepts in one graph, scaled to a mean of 1.
/// Community, for concepts only: modularity over the relations between concepts and from what a paper introduces to what it evaluates on, addresses or uses.
/// </summary>
internal sealed class Importance
{
    private readonly double[] _ranks;
    private readonly int _papers;
    private readonly Task<int[]> _communities;

    private Importance(double[] ranks, int papers, Task<int[]> communities)
    {
        _ranks = ranks;
        _papers = papers;
        _communities = communities;
    }

    /// <summary>Rank of a paper.</summary>
    public double RankOfPaper(int paper) => _ranks[paper];

    /// <summary>Rank of a concept.</summary>
    public double RankOfConcept(int concept) => _ranks[_papers + concept];

    /// <summary>Community of a concept. The first call blocks until communities are found.</summary>
    public int CommunityOf(int concept) => _communities.GetAwaiter().GetResult()[concept];

    /// <summary>Computes ranks, and starts the search for communities, which takes longer, in the background.</summary>
    public static Importance Compute(
        LinkedCorpus corpus,
        IReadOnlyList<List<ConceptLink>> links,
        IReadOnlyList<DerivedRelation> paperDescent,
        IReadOnlyList<DerivedRelation> conceptRelations,
        CancellationToken cancellationToken)
    {
        var (sources, targets) = (new List<int>(), new List<int>());
        var papers = corpus.Papers.Count;
        for (var paper = 0; paper < papers; paper++)
        {
            foreach (var link in links[paper].Where(l => l.Role == ConceptRole.BuildsOn))
            {
                sources.Add(paper);
                targets.Add(papers + link.Concept);
            }
        }

        foreach (var relation in paperDescent)
        {
            sources.Add(relation.From);
            targets.Add(relation.To);
        }

        foreach (var relation in conceptRelations.Where(r => r.Type == GraphSchema.Types.BuildsOn))
        {
            sources.Add(papers + relation.From);
            targets.Add(papers + relation.To);
        }

        var count = papers + corpus.Concepts.Count;
        var communities = Task.Run(() => Communities(corpus, links, conceptRelations, cancellationToken), cancellationToken);
        var ranks = PageRank.Compute(CsrGraph.FromArcs(count, [.. sources], [.. targets]), cancellationToken);
        return new Importance([.. ranks.Select(rank => Math.Round(rank * count, 4))], papers, communities);
    }

    private static int[] Communities(
        LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links, IReadOnlyList<DerivedRelation> conceptRelations, CancellationToken cancellationToken)
    {
        var (sources, targets, weights) = (new List<int>(), new List<int>(), new List<double>());
        foreach (var relation in conceptRelations)
        {
            sources.Add(relation.From);
            targets.Add(relation.To);
            weights.Add(Math.Max(relation.Papers, 1));
        }

        foreach (var paper in links)
        {
            foreach (var own in paper.Where(l => l.Role == ConceptRole.Introduces).Take(2))
            {
                foreach (var other in paper.Where(l => l.Role is ConceptRole.EvaluatesOn or ConceptRole.Addresses or ConceptRole.Uses))
                {
                    sources.Add(own.Concept);
                    targets.Add(other.Concept);
                    weights.Add(1.0 / Math.Sqrt(corpus.Concepts[other.Concept].Papers));
                }
            }
        }

        var graph = CsrGraph.FromArcs(corpus.Concepts.Count, [.. sources], [.. targets]);
        return CommunityFinder.Find(graph, [.. graph.InputOf.Select(at => weights[at])], cancellationToken);
    }
}
