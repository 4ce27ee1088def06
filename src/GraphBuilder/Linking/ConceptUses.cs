using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>All that the corpus says of one node: how it is printed and typed.</summary>
internal sealed class ConceptUses(int node)
{
    private int _lastPaper = -1;

    /// <summary>The node.</summary>
    public int Node { get; } = node;

    /// <summary>Number of papers that name it.</summary>
    public int PaperCount { get; private set; }

    /// <summary>The first paper, by id, that introduces it, else that names it.</summary>
    public int FirstPaper { get; private set; } = -1;

    /// <summary>Mentions by the surface that best names them.</summary>
    public Dictionary<int, int> Anchors { get; } = [];

    /// <summary>The same, of mentions whose text gives the long form.</summary>
    public Dictionary<int, int> LongForms { get; } = [];

    /// <summary>Papers by surface, all forms.</summary>
    public Dictionary<int, int> Surfaces { get; } = [];

    /// <summary>Keys of the short forms that texts define for it.</summary>
    public HashSet<int> ShortForms { get; } = [];

    /// <summary>Votes by type, in halves: 2 for the likeliest type of a mention, 1 for a further one.</summary>
    public int[] Types { get; } = new int[Enum.GetValues<ConceptType>().Length];

    private bool IsIntroduced { get; set; }

    /// <summary>Collects the uses of all nodes. One pass; ordered by first mention.</summary>
    public static List<ConceptUses> Collect(NameCensus census, IReadOnlyList<int> nodes)
    {
        var found = new Dictionary<int, ConceptUses>();
        var all = new List<ConceptUses>();
        for (var at = 0; at < nodes.Count; at++)
        {
            if (!found.TryGetValue(nodes[at], out var uses))
            {
                uses = new ConceptUses(nodes[at]);
                found.Add(nodes[at], uses);
                all.Add(uses);
            }

            uses.Add(census, at);
        }

        return all;
    }

    private void Add(NameCensus census, int at)
    {
        var mention = census.Mentions[at];
        var concept = census.Papers[mention.Paper].Extraction.Concepts[mention.Slot];
        CountPaper(mention);
        Count(Anchors, census.AnchorSurfaces[at]);
        if (mention.IsDefined)
        {
            Count(LongForms, census.AnchorSurfaces[at]);
            ShortForms.Add(mention.Short);
        }

        foreach (var surface in concept.Surfaces)
        {
            Count(Surfaces, census.Names.Surface(surface));
        }

        for (var type = 0; type < concept.Types.Count; type++)
        {
            Types[(int)concept.Types[type]] += type == 0 ? 2 : 1;
        }
    }

    private void CountPaper(Mention mention)
    {
        if (FirstPaper < 0 || (mention.Role == ConceptRole.Introduces && !IsIntroduced))
        {
            FirstPaper = mention.Paper;
            IsIntroduced = mention.Role == ConceptRole.Introduces;
        }

        if (mention.Paper != _lastPaper)
        {
            PaperCount++;
            _lastPaper = mention.Paper;
        }
    }

    private static void Count(Dictionary<int, int> counts, int key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
