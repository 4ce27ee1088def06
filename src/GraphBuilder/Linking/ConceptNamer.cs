using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphBuilder.Linking.Senses;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Fourth stage: gives every node its name, id, types and aliases. The id is the lexicon's, or else the slug of the name. The name is the lexicon's, or else the best supported long form
/// unless another name is far more frequent, or else the best supported spelling. If several papers coin a name independently, each id gets its paper's id as a suffix. If several nodes
/// share a slug, the one in the lexicon, or else the one that most papers name, keeps it and the others get the suffix. Ids depend on what the papers say, never on their order.
/// </summary>
internal sealed class ConceptNamer
{
    /// <summary>Maximum number of aliases of a concept.</summary>
    private const int MostAliases = 24;

    /// <summary>
    /// Share of the most frequent spelling from which a capitalised one is preferred, and share of a name's uses from which its
    /// spellings in definitions of an acronym are preferred.
    /// </summary>
    private const double CapitalShare = 0.25;

    /// <summary>
    /// A name used this many times more often than the long forms, without an acronym of its own, is the usual one: "reasoning LLM", although
    /// some write "reasoning large language model (RLLM)".
    /// </summary>
    private const int UsualLead = 3;

    /// <summary>A hyphenated spelling in this many times fewer papers than the same without hyphens has a line-break hyphen.</summary>
    private const int LineBreakDominance = 20;

    /// <summary>What follows a hyphen that stands for the rest of a word, not for a line break: "pre- and post-training".</summary>
    private static readonly string[] AfterSuspendedHyphen = ["and ", "or ", "to "];

    private readonly NameCensus _census;
    private readonly AliasClusters _clusters;
    private readonly SenseResolver _senses;
    private readonly LinkOverrides _overrides;

    private ConceptNamer(NameCensus census, AliasClusters clusters, SenseResolver senses, LinkOverrides overrides)
    {
        _census = census;
        _clusters = clusters;
        _senses = senses;
        _overrides = overrides;
    }

    /// <summary>Names all nodes; returns the concepts ordered by id, and the concept of each mention or −1.</summary>
    public static (IReadOnlyList<LinkedConcept> Concepts, int[] ConceptOfMention) Name(
        NameCensus census, AliasClusters clusters, SenseResolver senses, LinkOverrides overrides)
    {
        var namer = new ConceptNamer(census, clusters, senses, overrides);
        var drafts = ConceptUses.Collect(census, senses.Nodes).Where(u => !GenericNames.IsGeneric(u, census, clusters)).Select(namer.Draft).OrderBy(draft => draft.Id, StringComparer.Ordinal).ToList();
        namer.MakeIdsUnique(drafts);
        var conceptOfNode = new int[census.Names.KeyCount];
        Array.Fill(conceptOfNode, -1);
        for (var at = 0; at < drafts.Count; at++)
        {
            conceptOfNode[drafts[at].Uses.Node] = at;
        }

        var conceptOfMention = Array.ConvertAll(senses.Nodes, node => conceptOfNode[node]);
        return (drafts.AsParallel().AsOrdered().Select(namer.Finish).ToArray(), conceptOfMention);
    }

    private ConceptDraft Draft(ConceptUses uses)
    {
        var entry = _clusters.LexiconOf(uses.Node);
        var name = entry >= 0 ? _census.Lexicon[entry].Name : PluralNames.Singular(BestName(uses), uses.Surfaces.Select(pair => (_census.Names.SurfaceText(pair.Key), pair.Value)));
        var id = entry >= 0 ? _census.Lexicon[entry].Id : NameKey.Slug(name);
        if (_senses.CoinedBy.TryGetValue(uses.Node, out var paper))
        {
            id += Suffix(paper);
        }

        return new ConceptDraft(uses, entry, name) { Id = id.Length > 0 ? id : "concept" + Suffix(uses.FirstPaper) };
    }

    private string BestName(ConceptUses uses)
    {
        if (uses.Anchors.Count == 1)
        {
            return OneLine(_census.Names.SurfaceText(uses.Anchors.First().Key));
        }

        var spellings = UsualName(uses).Select(pair => (Text: _census.Names.SurfaceText(pair.Key), Count: pair.Value))
            .OrderByDescending(s => s.Count).ThenBy(s => s.Text, StringComparer.Ordinal).ToList();
        var most = spellings[0].Count;
        var singular = spellings.Where(s => !PluralNames.IsPlural(s.Text)).DefaultIfEmpty(spellings[0]).ToList();
        var capital = singular.Where(s => char.IsUpper(s.Text[0]) && s.Count >= CapitalShare * most).ToList();
        return OneLine((capital.Count > 0 ? capital[0] : singular[0]).Text);
    }

    /// <summary>
    /// The spellings of the name that a concept goes by: its most frequent long form, unless a name without an acronym is far more frequent; of that name, the
    /// spellings in definitions if they are frequent enough.
    /// </summary>
    private IEnumerable<KeyValuePair<int, int>> UsualName(ConceptUses uses)
    {
        var usual = MostUsed(uses.Anchors);
        if (uses.LongForms.Count == 0)
        {
            return usual;
        }

        if (uses.IsShortForm(usual.Key) || NameShapes.IsAcronym(_census.Names.KeyText(usual.Key)) || usual.Sum(pair => pair.Value) < UsualLead * uses.LongForms.Sum(pair => pair.Value))
        {
            return MostUsed(uses.LongForms);
        }

        var printed = uses.LongForms.Where(pair => _census.Names.KeyOf(pair.Key) == usual.Key).ToList();
        return printed.Sum(pair => pair.Value) >= CapitalShare * usual.Sum(pair => pair.Value) ? printed : usual;
    }

    private IGrouping<int, KeyValuePair<int, int>> MostUsed(IEnumerable<KeyValuePair<int, int>> surfaces) => surfaces.GroupBy(pair => _census.Names.KeyOf(pair.Key))
        .OrderByDescending(g => g.Sum(pair => pair.Value)).ThenBy(g => _census.Names.KeyText(g.Key), StringComparer.Ordinal).First();

    /// <summary>A name as printed, on one line; a name with TeX mark-up, ligatures or glyph codes is folded.</summary>
    private static string OneLine(string text) =>
        FoldedText.WhiteSpace(LetterFolding.HasMarks(text) ? LetterFolding.Fold(text) : text);

    private string Suffix(int paper)
    {
        var id = _census.Papers[paper].Id.Value;
        return "-" + NameKey.Slug(id.StartsWith("arxiv:", StringComparison.Ordinal) ? id[6..].Replace('.', '-') : id);
    }

    /// <summary>Makes the ids of the drafts unique. The drafts come ordered by id and leave ordered by id.</summary>
    private void MakeIdsUnique(List<ConceptDraft> drafts)
    {
        foreach (var same in Repeated(drafts).GroupBy(d => d.Id, StringComparer.Ordinal).ToList())
        {
            var keeper = same.OrderByDescending(d => d.Entry >= 0).ThenByDescending(d => d.Uses.PaperCount)
                .ThenBy(d => _census.Papers[d.Uses.FirstPaper].Id.Value, StringComparer.Ordinal).ThenBy(d => _census.Names.KeyText(d.Uses.Node), StringComparer.Ordinal).First();
            foreach (var draft in same.Where(d => d != keeper))
            {
                draft.Id += Suffix(draft.Uses.FirstPaper);
            }
        }

        drafts.Sort(ById);
        if (!Repeated(drafts).Any())
        {
            return;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => _census.Names.KeyText(d.Uses.Node), StringComparer.Ordinal))
        {
            var plain = draft.Id;
            for (var number = 2; !taken.Add(draft.Id); number++)
            {
                draft.Id = $"{plain}-{number}";
            }
        }

        drafts.Sort(ById);
    }

    private static int ById(ConceptDraft first, ConceptDraft second) => string.CompareOrdinal(first.Id, second.Id);

    /// <summary>The drafts that share their id with a neighbour; drafts come ordered by id.</summary>
    private static IEnumerable<ConceptDraft> Repeated(List<ConceptDraft> drafts) => drafts.Where((draft, at) =>
        (at > 0 && drafts[at - 1].Id == draft.Id) || (at + 1 < drafts.Count && drafts[at + 1].Id == draft.Id));

    private LinkedConcept Finish(ConceptDraft draft)
    {
        var uses = draft.Uses;
        var name = _overrides.Renames.Where(r => r.Name == draft.Id || r.Name == draft.Name).Select(r => r.Display).LastOrDefault() ?? draft.Name;
        var types = TypeVote.Decide(uses.Types, draft.Entry >= 0 ? _census.Lexicon[draft.Entry].Types : []);
        return new LinkedConcept(draft.Id, name, Aliases(draft, name), types, _senses.Ambiguous.Contains(uses.Node), uses.PaperCount);
    }

    private List<ConceptAlias> Aliases(ConceptDraft draft, string name)
    {
        var known = draft.Entry >= 0 ? _census.Lexicon[draft.Entry].Aliases : [];
        if (known.Count == 0 && draft.Uses.Surfaces.Count == 1 && IsOnlyName(draft.Uses.Surfaces.First().Key, name))
        {
            return [];
        }

        var nameKey = _census.Names.KeyTextOf(name);
        var merged = _clusters.ReasonsFrom(KeyInCluster(draft));
        var aliases = draft.Uses.Surfaces
            .Select(pair => new ConceptAlias(OneLine(_census.Names.SurfaceText(pair.Key)), Reason(draft, nameKey, pair.Key, merged), pair.Value))
            .Where(alias => IsKept(alias, draft.Uses) && !NameShapes.IsLatin(alias.Text))
            .Concat(known.Select(k => new ConceptAlias(k, MergeReason.Lexicon, 0)));
        var spellings = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [name] = draft.Uses.PaperCount };
        return [.. aliases.OrderByDescending(a => a.Papers).ThenBy(a => a.Text, StringComparer.Ordinal)
            .Where(a => spellings.TryAdd(a.Text, a.Papers) && !IsLineBreak(a, spellings)).Take(MostAliases)];
    }

    /// <summary>
    /// True for a spelling with a line-break hyphen ("infer- ence latency", "Atten-tion"): a hyphen before a space, unless it stands for the rest of a word, or a spelling that is far rarer than the same without hyphens.
    /// </summary>
    private static bool IsLineBreak(ConceptAlias alias, Dictionary<string, int> spellings)
    {
        return HasBrokenWord(alias.Text) || (alias.Text.Contains('-', StringComparison.Ordinal)
            && spellings.TryGetValue(alias.Text.Replace("-", "", StringComparison.Ordinal), out var papers) && papers >= LineBreakDominance * alias.Papers);
    }

    private static bool HasBrokenWord(string text)
    {
        for (var at = text.IndexOf("- ", StringComparison.Ordinal); at >= 0; at = text.IndexOf("- ", at + 1, StringComparison.Ordinal))
        {
            if (!Array.Exists(AfterSuspendedHyphen, word => text.AsSpan(at + 2).StartsWith(word)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOnlyName(int surface, string name) => OneLine(_census.Names.SurfaceText(surface)).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Drops what few texts call a common concept ("teacher LLM" for LLM, a misprint): nobody would look it up by such a name.</summary>
    private static bool IsKept(ConceptAlias alias, ConceptUses uses) => alias.Reason switch
    {
        MergeReason.Lexicon or MergeReason.Override => true,
        MergeReason.SameText => uses.PaperCount <= 2 || alias.Papers * 20 >= uses.PaperCount,
        _ => alias.Papers * 100 >= uses.PaperCount,
    };

    /// <summary>The key of the concept's name, from which <see cref="AliasClusters.ReasonsFrom"/> starts; the node if the name is not in its cluster.</summary>
    private int KeyInCluster(ConceptDraft draft)
    {
        var key = _census.Names.FindKey(_census.Names.KeyTextOf(draft.Name));
        return key >= 0 && _clusters.Of(key) == draft.Uses.Node ? key : draft.Uses.Node;
    }

    private MergeReason Reason(ConceptDraft draft, string nameKey, int surface, IReadOnlyDictionary<int, MergeReason> merged)
    {
        var key = _census.Names.KeyOf(surface);
        if (_census.Names.KeyText(key) == nameKey)
        {
            return MergeReason.Spelling;
        }

        if (draft.Entry >= 0 && _census.Lexicon[draft.Entry].Aliases.Contains(_census.Names.SurfaceText(surface)))
        {
            return MergeReason.Lexicon;
        }

        return merged.TryGetValue(key, out var reason) ? reason
            : draft.Uses.IsShortForm(key) ? MergeReason.Acronym
            : MergeReason.SameText;
    }

    private sealed class ConceptDraft(ConceptUses uses, int entry, string name)
    {
        public ConceptUses Uses { get; } = uses;

        public int Entry { get; } = entry;

        public string Name { get; } = name;

        public required string Id { get; set; }
    }
}
