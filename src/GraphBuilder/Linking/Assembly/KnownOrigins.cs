using System.Diagnostics.CodeAnalysis;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>The concepts of a corpus whose origin is known (<see cref="ConceptOrigin"/>), with the paper if the corpus has it.</summary>
internal sealed class KnownOrigins
{
    /// <summary>Rule of the claim of such a paper.</summary>
    public const string Rule = "origin";

    /// <summary>Years by which a paper's year may differ from the stated one: a conference follows a preprint by one or two. A paper far from it shares only the title.</summary>
    private const int YearsApart = 3;

    private readonly Dictionary<int, Origin> _origins = [];
    private readonly Dictionary<int, List<int>> _conceptsOf = [];

    private KnownOrigins()
    {
    }

    /// <summary>All concepts with a known origin.</summary>
    public IEnumerable<(int Concept, Origin Origin)> All => _origins.Select(pair => (pair.Key, pair.Value));

    /// <summary>The concepts that a paper is known to have introduced.</summary>
    public IReadOnlyList<int> ConceptsOf(int paper) => _conceptsOf.TryGetValue(paper, out var concepts) ? concepts : [];

    /// <summary>The origin of a concept, if known.</summary>
    public bool TryGet(int concept, [MaybeNullWhen(false)] out Origin origin) => _origins.TryGetValue(concept, out origin);

    /// <summary>Finds concepts by id, or else by name or alias in any case, and papers by title. Of several origins of one concept the first counts.</summary>
    public static KnownOrigins Find(LinkedCorpus corpus)
    {
        var found = new KnownOrigins();
        if (corpus.Origins.Count == 0)
        {
            return found;
        }

        var concepts = ConceptsByName(corpus);
        var papers = PapersByTitle(corpus);
        foreach (var known in corpus.Origins)
        {
            if (concepts.TryGetValue(known.Concept, out var concept) && !found._origins.ContainsKey(concept))
            {
                found.Add(concept, new Origin(PaperOf(known, corpus, papers), known.Year, known.Title));
            }
        }

        return found;
    }

    private void Add(int concept, Origin origin)
    {
        _origins.Add(concept, origin);
        if (origin.Paper >= 0)
        {
            if (!_conceptsOf.TryGetValue(origin.Paper, out var concepts))
            {
                _conceptsOf.Add(origin.Paper, concepts = []);
            }

            concepts.Add(concept);
        }
    }

    private static int PaperOf(ConceptOrigin known, LinkedCorpus corpus, Dictionary<string, List<int>> papers)
    {
        if (known.Title is null || !papers.TryGetValue(FoldedText.TitleKey(known.Title), out var titled))
        {
            return -1;
        }

        return titled.Where(paper => Apart(paper) <= YearsApart).DefaultIfEmpty(-1).MinBy(paper => paper < 0 ? 0 : Apart(paper));

        int Apart(int paper) => known.Year is { } stated && corpus.Papers[paper].Head.Year is { } year ? Math.Abs(year - stated) : 0;
    }

    /// <summary>The wanted concepts: an id goes before a name, a name before an alias, and of several concepts the one that most papers name.</summary>
    private static Dictionary<string, int> ConceptsByName(LinkedCorpus corpus)
    {
        var wanted = corpus.Origins.Select(known => known.Concept).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var best = new Dictionary<string, (int Order, int Papers, int Concept)>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < corpus.Concepts.Count; at++)
        {
            var concept = corpus.Concepts[at];
            if (concept.Ambiguous)
            {
                continue;
            }

            Offer(concept.Id, 0, at);
            Offer(concept.Name, 1, at);
            foreach (var alias in concept.Aliases.Where(alias => alias.Reason != MergeReason.SameText))
            {
                Offer(alias.Text, 2, at);
            }
        }

        return best.ToDictionary(pair => pair.Key, pair => pair.Value.Concept, StringComparer.OrdinalIgnoreCase);

        void Offer(string name, int order, int at)
        {
            var papers = corpus.Concepts[at].Papers;
            if (wanted.Contains(name) && (!best.TryGetValue(name, out var other) || order < other.Order || (order == other.Order && papers > other.Papers)))
            {
                best[name] = (order, papers, at);
            }
        }
    }

    private static Dictionary<string, List<int>> PapersByTitle(LinkedCorpus corpus)
    {
        var wanted = corpus.Origins.Where(known => known.Title is not null).Select(known => FoldedText.TitleKey(known.Title!)).ToHashSet(StringComparer.Ordinal);
        var keys = corpus.Papers.AsParallel().AsOrdered().Select(paper => FoldedText.TitleKey(paper.Head.Title)).ToArray();
        return keys.Index().Where(pair => wanted.Contains(pair.Item)).GroupBy(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>A known origin.</summary>
    /// <param name="Paper">Index of the paper, or −1 if the corpus does not have it.</param>
    /// <param name="Year">Year of first publication, if stated.</param>
    /// <param name="Title">Title of the paper, or null where no paper introduced the concept.</param>
    internal sealed record Origin(int Paper, int? Year, string? Title);
}
