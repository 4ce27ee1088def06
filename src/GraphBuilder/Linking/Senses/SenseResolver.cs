using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// Third stage: assigns a node to every mention, by the senses of <see cref="SenseInventory"/>. A mention with a long form, a lexicon entry or an unmistakable name gets its
/// cluster. A bare short name (SPO), or one that the lexicon lists but texts also define for something else (<see cref="SureNodes"/>), gets the sense whose coiner its paper cites,
/// or else the one whose long name the paper spells out, or else the only plausible sense or the one with by far the closest context, or else the one that nearly all definitions
/// give, or else the lexicon's, or else the node of the bare name, which is marked ambiguous if the name has several senses. A paper that coins a short name without spelling it
/// out gets a sense of its own, unless its context is that of a known sense. Last, <see cref="EarlierMeanings"/> separates papers older than what a name means.
/// </summary>
/// <remarks>
/// One sense per discourse (Gale, Church and Yarowsky 1992): all mentions in one paper share a sense, as extraction has already grouped them. The thresholds come from reading the
/// splits of SPO, MAP, STAR, CAT and twenty other names in the 2025 arXiv abstracts.
/// </remarks>
internal sealed class SenseResolver
{
    /// <summary>Cosine from which two papers that coin the same name describe the same work; papers that share authors and topic reach it, papers that share only a topic do not.</summary>
    private const double SameWork = 0.3;

    /// <summary>Minimum cosine for a context to support a sense.</summary>
    private const double PlausibleSurroundings = 0.03;

    /// <summary>Minimum ratio of the best score to the second.</summary>
    private const double Lead = 1.6;

    /// <summary>Share of all definitions from which a sense is chosen if the context does not decide.</summary>
    private const double Dominance = 0.9;

    /// <summary>
    /// The same, as the ratio of its definitions to those of any other sense: of 144,000 papers, 53 define GPS as the Global Positioning System, 7 as
    /// geometry problem solving and 4 as guided policy search.
    /// </summary>
    private const int SupportDominance = 7;

    /// <summary>
    /// Uses without a claim from which a name counts as established, so that claims outside a title count as uses. Also the ratio of undecided uses to
    /// definitions up to which a node is marked ambiguous.
    /// </summary>
    private const int EstablishedUses = 10;

    private readonly NameCensus _census;
    private readonly AliasClusters _clusters;
    private readonly PaperContexts _contexts;
    private readonly NameTable _names;
    private readonly SenseInventory _inventory;
    private readonly Dictionary<int, int> _coinages = [];
    private readonly Lock _marks = new();

    private SenseResolver(NameCensus census, AliasClusters clusters, PaperContexts contexts, ParallelOptions options)
    {
        _census = census;
        _clusters = clusters;
        _contexts = contexts;
        _names = census.Names;
        Nodes = new int[census.Mentions.Length];
        var sure = new SureNodes(census, clusters);
        Parallel.For(0, Nodes.Length, options, at => Nodes[at] = sure.Of(at));
        _inventory = new SenseInventory(census, clusters, contexts, MentionGroups.By(Nodes, _names.KeyCount));
    }

    /// <summary>Nodes that collect mentions whose sense could not be decided.</summary>
    public HashSet<int> Ambiguous { get; } = [];

    /// <summary>The coining paper of each node that was created for one; it makes the id unique.</summary>
    public Dictionary<int, int> CoinedBy { get; } = [];

    /// <summary>The node of each mention.</summary>
    public int[] Nodes { get; }

    /// <summary>Resolves all mentions; bare names on all processors.</summary>
    public static SenseResolver Resolve(NameCensus census, AliasClusters clusters, IReadOnlyList<ConceptOrigin> origins, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        var resolver = new SenseResolver(census, clusters, PaperContexts.Of(census), options);
        var bare = MentionGroups.By([.. resolver.Nodes.Select((node, at) => node >= 0 ? -1 : census.Mentions[at].Anchor)], census.Names.KeyCount);
        foreach (var (mention, key) in Namesakes.Find(census, clusters, resolver.Nodes))
        {
            resolver.CoinedBy[key] = census.Mentions[mention].Paper;
            resolver.Nodes[mention] = key;
        }

        resolver.NumberCoinages(bare);
        Parallel.ForEach(bare.Numbers, options, key => resolver.ResolveBare(key, bare[key]));
        foreach (var (mention, key) in EarlierMeanings.Find(census, clusters, resolver.Nodes, origins))
        {
            resolver.Nodes[mention] = key;
        }

        return resolver;
    }

    /// <summary>Creates the keys that claims to a bare name may need, because no names may be interned while many threads read them.</summary>
    private void NumberCoinages(MentionGroups bare)
    {
        foreach (var key in bare.Numbers)
        {
            foreach (var claim in bare[key].Where(IsClaim))
            {
                _coinages.Add(claim, _names.CoinedKey(key, _census.Papers[_census.Mentions[claim].Paper].Id.Value));
            }
        }
    }

    private bool IsClaim(int mention) => _census.Mentions[mention].Role == ConceptRole.Introduces;

    /// <summary>Resolves the mentions of one bare name. Thread-safe, because no two names share mentions or senses that are created here.</summary>
    private void ResolveBare(int key, ArraySegment<int> mentions)
    {
        var feature = _contexts.FeatureOf(_names.KeyText(key));
        var senses = _inventory.DefinedSenses(key, feature);
        var claims = mentions.Where(IsClaim).ToList();
        var uses = mentions.Count - claims.Count;
        if (senses.Count == 0 && claims.Count < 2)
        {
            foreach (var mention in mentions)
            {
                Nodes[mention] = _clusters.Of(key);
            }

            return;
        }

        foreach (var claim in claims)
        {
            PlaceClaim(key, claim, senses, feature, uses);
        }

        MoveOnlySenseToBareName(key, senses, mentions);
        var undecided = 0;
        foreach (var mention in mentions.Where(m => !IsClaim(m)))
        {
            Nodes[mention] = Choose(key, mention, PlausibleSenses(mention, senses), feature) is >= 0 and var node ? node : UndecidedNode(key, mention);
            undecided += Nodes[mention] == _clusters.Of(key) ? 1 : 0;
        }

        if (senses.Count > 1 && undecided > 0 && undecided <= EstablishedUses * senses.Sum(s => s.Support) && senses.TrueForAll(s => s.Node != _clusters.Of(key)))
        {
            lock (_marks)
            {
                Ambiguous.Add(_clusters.Of(key));
            }
        }
    }

    /// <summary>If the lexicon lists the name for one thing, a sense that only a paper or two define is no rival: "EM" is not the earth mover's distance.</summary>
    private List<Sense> PlausibleSenses(int mention, List<Sense> senses) =>
        IsRecognised(mention) ? senses.FindAll(sense => sense.IsKnown || sense.Support >= SureNodes.FewestRivals) : senses;

    private bool IsRecognised(int mention) => _census.Mentions[mention].Lexicon is >= 0 and var entry && !_census.Lexicon[entry].IsAmbiguous;

    /// <summary>The node of the bare name; for a generic term the lexicon's node, because the term would be no concept by itself.</summary>
    private int UndecidedNode(int key, int mention) =>
        IsRecognised(mention) && GenericNames.IsWord(_names.KeyText(key)) ? _clusters.OfLexicon(_census.Mentions[mention].Lexicon) : _clusters.Of(key);

    /// <summary>Assigns a paper that coins the bare name to the sense with the same context, or to a new one; for an established name, a claim outside the title counts as a use.</summary>
    private void PlaceClaim(int key, int mention, List<Sense> senses, int feature, int uses)
    {
        var paper = _census.Mentions[mention].Paper;
        var (best, score) = _inventory.SpelledOut(paper, senses) is { } spelled ? (spelled, 1.0) : _inventory.Nearest(paper, senses, feature);
        if (best is not null && score >= SameWork)
        {
            _inventory.Add(best, mention, feature);
            Nodes[mention] = best.Node;
            return;
        }

        if (uses >= EstablishedUses && !Namesakes.IsCoinedByTitle(_census, mention))
        {
            Nodes[mention] = best is { IsKnown: true } ? best.Node : _clusters.Of(key);
            return;
        }

        var node = _coinages[mention];
        lock (_marks)
        {
            CoinedBy[node] = paper;
        }

        var coined = new Sense { Node = node, Support = 1 };
        _inventory.Add(coined, mention, feature);
        senses.Add(coined);
        Nodes[mention] = node;
    }

    /// <summary>A name with one coining paper and no other sense needs no key of its own.</summary>
    private void MoveOnlySenseToBareName(int key, List<Sense> senses, ArraySegment<int> mentions)
    {
        lock (_marks)
        {
            if (senses.Count != 1 || !CoinedBy.Remove(senses[0].Node))
            {
                return;
            }
        }

        var (made, plain) = (senses[0].Node, _clusters.Of(key));
        foreach (var mention in mentions.Where(m => Nodes[m] == made))
        {
            Nodes[mention] = plain;
        }

        senses[0] = new Sense { Node = plain, Support = 1, FirstYear = senses[0].FirstYear };
    }

    /// <summary>
    /// The sense of a bare use, or −1: the one whose coiner the paper cites or that it spells out, or else the closest by far, or else the one that
    /// nearly all definitions give, or else the lexicon's.
    /// </summary>
    private int Choose(int key, int mention, List<Sense> senses, int feature)
    {
        var paper = _census.Mentions[mention].Paper;
        if ((_inventory.CitedBy(paper, senses) ?? _inventory.SpelledOut(paper, senses)) is { } told)
        {
            return told.Node;
        }

        var year = _census.Papers[paper].Head.Year;
        var total = (double)senses.Sum(s => s.Support);
        var scored = senses.Where(s => !(year < s.FirstYear - 1))
            .Select(s => (Sense: s, Near: _inventory.Nearness(mention, s, feature), Share: s.Support / total))
            .OrderByDescending(s => s.Near * (0.2 + s.Share)).ThenByDescending(s => s.Share).ThenBy(s => _names.KeyText(s.Sense.Node), StringComparer.Ordinal).ToList();
        if (scored.Count == 0)
        {
            return -1;
        }

        var best = scored[0];
        if (senses.Count == 1)
        {
            return IsPlausible(key, best.Sense, best.Near) ? best.Sense.Node : -1;
        }

        if (best.Near >= PlausibleSurroundings && best.Near * (0.2 + best.Share) >= Lead * (scored.Count > 1 ? scored[1].Near * (0.2 + scored[1].Share) : 0))
        {
            return best.Sense.Node;
        }

        var dominant = scored.MaxBy(s => s.Share);
        var isDominant = dominant.Share >= Dominance || senses.TrueForAll(s => s == dominant.Sense || dominant.Sense.Support >= SupportDominance * s.Support);
        return isDominant ? dominant.Sense.Node : scored.Find(s => s.Sense.IsKnown).Sense?.Node ?? -1;
    }

    private bool IsPlausible(int key, Sense sense, double near) =>
        sense.IsKnown || sense.Support >= 3 || near >= PlausibleSurroundings || sense.Papers.Count == 0 || _names.KeyText(key).Length >= 5;
}
