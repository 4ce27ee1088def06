using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// First stage: counts, over the whole corpus, how often each name is used, printed, defined and introduced.
/// Later stages read this, and of the extractions only what they need of a few.
/// </summary>
internal sealed class NameCensus
{
    /// <summary>Mentions that share a spelling, on the mean of 144,000 abstracts.</summary>
    private const int MentionsPerName = 2;

    private readonly Dictionary<Definition, int> _definitions = [];
    private readonly List<int> _forms;
    private readonly int[] _formEnds;
    private int[] _anchorCounts = [];
    private int[] _anchorsAsData = [];
    private readonly Dictionary<string, int> _lexiconIndex;
    private readonly HashSet<string> _known;

    private NameCensus(IReadOnlyList<ExtractedPaper> papers, IReadOnlyList<LexiconEntry> lexicon)
    {
        Papers = papers;
        Lexicon = lexicon;
        Mentions = new Mention[papers.Sum(paper => paper.ConceptCount)];
        AnchorSurfaces = new int[Mentions.Length];
        Names = new NameTable(Mentions.Length / MentionsPerName);
        Forms = new TextTable(Mentions.Length / MentionsPerName);
        _formEnds = new int[Mentions.Length];
        _forms = new List<int>(Mentions.Length);
        _lexiconIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        _known = [.. lexicon.Where(known => !known.IsAmbiguous).SelectMany(known => known.Aliases.Prepend(known.Name)).Select(NameKey.Of)];
        for (var at = 0; at < lexicon.Count; at++)
        {
            _lexiconIndex.TryAdd(lexicon[at].Id, at);
        }
    }

    /// <summary>The papers, ordered by id.</summary>
    public IReadOnlyList<ExtractedPaper> Papers { get; }

    /// <summary>The known concepts.</summary>
    public IReadOnlyList<LexiconEntry> Lexicon { get; }

    /// <summary>Names and keys.</summary>
    public NameTable Names { get; }

    /// <summary>One entry an extracted concept, by paper, then by slot.</summary>
    public Mention[] Mentions { get; }

    /// <summary>For each mention, the surface that its anchor was folded from.</summary>
    public int[] AnchorSurfaces { get; }

    /// <summary>The texts of all surface forms.</summary>
    public TextTable Forms { get; }

    /// <summary>Numbers of a mention's surface forms in <see cref="Forms"/>.</summary>
    public ReadOnlySpan<int> FormsOf(int mention) => CollectionsMarshal.AsSpan(_forms)[(mention == 0 ? 0 : _formEnds[mention - 1]).._formEnds[mention]];

    /// <summary>In how many papers a short form is defined for a long one.</summary>
    public IReadOnlyDictionary<Definition, int> Definitions => _definitions;

    /// <summary>Makes surfaces of all forms, and gives the surface by the number of the form.</summary>
    public int[] NumberForms()
    {
        var surfaces = new int[Forms.Count];
        for (var form = 0; form < surfaces.Length; form++)
        {
            surfaces[form] = Names.Note(Forms[form]);
        }

        Names.FoldNoted(CancellationToken.None);
        return surfaces;
    }

    /// <summary>Number of mentions whose anchor is the key.</summary>
    public int CountOf(int key) => key < _anchorCounts.Length ? _anchorCounts[key] : 0;

    /// <summary>True where most of the mentions whose anchor is the key take it for a dataset or benchmark.</summary>
    public bool IsMostlyData(int key) => key < _anchorCounts.Length && 2 * _anchorsAsData[key] > _anchorCounts[key];

    /// <summary>The extracted concept that a mention was taken from. Unpacks the concepts of its paper.</summary>
    public ExtractedConcept ReadConcept(int mention) => Papers[Mentions[mention].Paper].ReadUnplacedConcepts()[Mentions[mention].Slot];

    /// <summary>Counts everything, in the order of papers, while other threads read ahead. One pass.</summary>
    public static NameCensus Take(IReadOnlyList<ExtractedPaper> papers, IReadOnlyList<LexiconEntry> lexicon, CancellationToken cancellationToken)
    {
        var census = new NameCensus(papers, lexicon);
        var mention = 0;
        foreach (var (paper, concepts) in ReadAhead.Of(papers.Count, at => Array.ConvertAll(papers[at].ReadUnplacedConcepts(), census.Read), cancellationToken).Index())
        {
            for (var slot = 0; slot < concepts.Length; slot++)
            {
                census.Note(mention++, paper, slot, concepts[slot]);
            }
        }

        census.Names.FoldNoted(cancellationToken);
        census.CountKeys();
        return census;
    }

    /// <summary>Reads an extracted concept; safe from many threads.</summary>
    private NameReading Read(ExtractedConcept concept)
    {
        var (shortForm, longForm) = FormsOf(concept);
        longForm = longForm is null ? null : WholeWords(longForm, concept.Surfaces);
        return new NameReading(
            longForm ?? Known(concept.Name),
            longForm is null ? null : shortForm,
            concept.LexiconId is { } id ? _lexiconIndex.GetValueOrDefault(id, -1) : -1,
            concept.Role,
            RoleOf(concept),
            concept.Types[0],
            concept.Types.Skip(1).Aggregate(0, (types, type) => types | (1 << (int)type)),
            !concept.Name.Contains(' ', StringComparison.Ordinal),
            concept.Surfaces);
    }

    /// <summary>Notes a mention by the numbers of its surfaces, in the place of keys that are not there yet.</summary>
    private void Note(int at, int paper, int slot, NameReading read)
    {
        var anchor = Names.Note(read.Anchor);
        AnchorSurfaces[at] = anchor;
        Mentions[at] = new Mention(
            paper, slot, anchor, read.Short is null ? -1 : Names.Note(read.Short), read.Lexicon, read.Stated, read.Role, read.Type, read.FurtherTypes, read.IsOneWord);
        foreach (var form in read.Forms)
        {
            _forms.Add(Forms.NumberOf(form));
        }

        _formEnds[at] = _forms.Count;
    }

    private void CountKeys()
    {
        _anchorCounts = new int[Names.KeyCount];
        _anchorsAsData = new int[Names.KeyCount];
        foreach (ref var mention in Mentions.AsSpan())
        {
            var anchor = Names.KeyOf(mention.Anchor);
            var shortKey = mention.Short < 0 || Names.KeyOf(mention.Short) == anchor ? -1 : Names.KeyOf(mention.Short);
            mention = mention with { Anchor = anchor, Short = shortKey };
            _anchorCounts[anchor]++;
            _anchorsAsData[anchor] += mention.Type is ConceptType.Dataset or ConceptType.Benchmark ? 1 : 0;
            if (shortKey >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_definitions, new Definition(shortKey, anchor), out _)++;
            }
        }
    }

    /// <summary>The role that the concept has for its paper; a paper that introduces something "DPO-based" builds on DPO.</summary>
    public static ConceptRole RoleOf(ExtractedConcept concept) =>
        concept.Role == ConceptRole.Introduces && (NameKey.IsAdjective(concept.Name) || NameKey.AdjectiveStem(concept.Name) is not null) ? ConceptRole.BuildsOn : concept.Role;

    /// <summary>A name that is only an adjective of a known one ("Transformer-based models") stands for that.</summary>
    private string Known(string name) => NameKey.WideAdjectiveStem(name) is { } stem && _known.Contains(NameKey.Of(stem)) ? stem : name;

    /// <summary>A long form that begins inside a hyphenated word ("supervised Preference Optimization", the shortest that explains SPO) is the whole of it where a surface has that.</summary>
    private static string WholeWords(string longForm, IReadOnlyList<string> surfaces) =>
        surfaces.FirstOrDefault(s => s.Length > longForm.Length + 1 && s[^(longForm.Length + 1)] == '-' && s.EndsWith(longForm, StringComparison.OrdinalIgnoreCase)) ?? longForm;

    /// <summary>
    /// The pair that the text ties together. Where extraction names none, two of its surfaces for the concept form one if the initials of the long are the short
    /// (Schwartz and Hearst 2003 ask for the letters in order; initials are the strict case).
    /// </summary>
    private static (string? Short, string? Long) FormsOf(ExtractedConcept concept)
    {
        if (concept.LongForm is not null || concept.ShortForm is not null)
        {
            return (concept.ShortForm ?? (NameShapes.IsAcronym(concept.Name) ? concept.Name : null), concept.LongForm ?? (concept.Name == concept.ShortForm ? null : concept.Name));
        }

        var shortForm = concept.Surfaces.FirstOrDefault(NameShapes.IsAcronym);
        if (shortForm is null)
        {
            return (null, null);
        }

        var longForm = concept.Surfaces.FirstOrDefault(s => s.Length > shortForm.Length + 2 && NameShapes.InitialsMatch(shortForm, NameKey.Tokens(s)));
        return longForm is null ? (null, null) : (shortForm, longForm);
    }

    /// <summary>What is read off an extracted concept before its names get numbers: a <see cref="Mention"/> with texts.</summary>
    private readonly record struct NameReading(
        string Anchor, string? Short, int Lexicon, ConceptRole Stated, ConceptRole Role, ConceptType Type, int FurtherTypes, bool IsOneWord, IReadOnlyList<string> Forms);
}
