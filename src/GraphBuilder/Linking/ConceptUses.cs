using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>How the corpus prints and types one node.</summary>
internal sealed class ConceptUses(int node)
{
    private static readonly int TypeCount = Enum.GetValues<ConceptType>().Length;

    private int _lastPaper = -1;
    private HashSet<int>? _shortForms;

    /// <summary>The node.</summary>
    public int Node { get; } = node;

    /// <summary>Number of papers that name it.</summary>
    public int PaperCount { get; private set; }

    /// <summary>The first paper, by id, that introduces it, or else that names it.</summary>
    public int FirstPaper { get; private set; } = -1;

    /// <summary>Number of mentions by anchor surface.</summary>
    public Tally Anchors { get; } = new();

    /// <summary>The same for mentions whose text gives the long form.</summary>
    public Tally LongForms { get; } = new();

    /// <summary>Number of papers by surface, all forms counted.</summary>
    public Tally Surfaces { get; } = new();

    /// <summary>Votes by type, in halves: 2 for the most likely type of a mention, 1 for each further one.</summary>
    public int[] Types { get; } = new int[TypeCount];

    private bool IsIntroduced { get; set; }

    /// <summary>Whether some text defines a key as a short form of it.</summary>
    public bool IsShortForm(int key) => _shortForms is not null && _shortForms.Contains(key);

    /// <summary>Collects the uses of all nodes on all processors, ordered by first mention.</summary>
    public static ParallelQuery<ConceptUses> Collect(NameCensus census, int[] nodes)
    {
        var surfaces = census.NumberForms();
        var mentions = MentionGroups.By(nodes, census.Names.KeyCount);
        return mentions.Numbers.AsParallel().AsOrdered().Select(node =>
        {
            var uses = new ConceptUses(node);
            foreach (var mention in mentions[node])
            {
                uses.Add(census, mention, surfaces);
            }

            return uses;
        });
    }

    private void Add(NameCensus census, int at, int[] surfaces)
    {
        var mention = census.Mentions[at];
        CountPaper(mention);
        Anchors.Add(census.AnchorSurfaces[at]);
        if (mention.IsDefined)
        {
            LongForms.Add(census.AnchorSurfaces[at]);
            (_shortForms ??= []).Add(mention.Short);
        }

        foreach (var form in census.FormsOf(at))
        {
            Surfaces.Add(surfaces[form]);
        }

        Types[(int)mention.Type] += 2;
        for (var type = 0; type < Types.Length; type++)
        {
            Types[type] += (mention.FurtherTypes >> type) & 1;
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
}
