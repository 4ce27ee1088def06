using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// First stage: counts, over the whole corpus, how often each name is used, printed, defined and introduced. Later stages read these counts and unpack few extractions.
/// </summary>
internal sealed class NameCensus
{
    private readonly Dictionary<Definition, int> _definitions = [];
    private readonly string?[] _texts;
    private readonly int[] _surfaces;
    private readonly int[] _anchors;
    private readonly List<int> _forms;
    private readonly int[] _formEnds;
    private int[] _anchorCounts = [];
    private int[] _anchorsAsData = [];
    private readonly Dictionary<string, int> _lexiconIndex;
    private readonly HashSet<string> _known;

    private NameCensus(IReadOnlyList<ExtractedPaper> papers, string?[] texts, IReadOnlyList<LexiconEntry> lexicon)
    {
        Papers = papers;
        Lexicon = lexicon;
        _texts = texts;
        _surfaces = Unnumbered(texts.Length);
        _anchors = Unnumbered(texts.Length);
        Mentions = new Mention[papers.Sum(paper => paper.ConceptCount)];
        AnchorSurfaces = new int[Mentions.Length];
        Names = new NameTable(texts.Length);
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

    /// <summary>One entry per extracted concept, ordered by paper, then by slot.</summary>
    public Mention[] Mentions { get; }

    /// <summary>For each mention, the surface that its anchor was folded from.</summary>
    public int[] AnchorSurfaces { get; }

    /// <summary>Form numbers of a mention's surfaces; <see cref="NumberForms"/> maps them to surfaces.</summary>
    public ReadOnlySpan<int> FormsOf(int mention) => CollectionsMarshal.AsSpan(_forms)[(mention == 0 ? 0 : _formEnds[mention - 1]).._formEnds[mention]];

    /// <summary>Number of papers that define a short form for a long one.</summary>
    public IReadOnlyDictionary<Definition, int> Definitions => _definitions;

    /// <summary>Interns the surfaces of all forms; returns the surface of each form number.</summary>
    public int[] NumberForms()
    {
        foreach (var form in _forms)
        {
            SurfaceOf(form);
        }

        Names.FoldNoted(CancellationToken.None);
        return _surfaces;
    }

    /// <summary>Number of mentions whose anchor is the key.</summary>
    public int CountOf(int key) => key < _anchorCounts.Length ? _anchorCounts[key] : 0;

    /// <summary>True if the type of most mentions whose anchor is the key is dataset or benchmark.</summary>
    public bool IsMostlyData(int key) => key < _anchorCounts.Length && 2 * _anchorsAsData[key] > _anchorCounts[key];

    /// <summary>The extracted concept behind a mention. Each call unpacks the concepts of its paper.</summary>
    public ExtractedConcept ReadConcept(int mention) => Papers[Mentions[mention].Paper].ReadUnplacedConcepts()[Mentions[mention].Slot];

    /// <summary>Counts everything in one pass, in the order of papers, so names get the same numbers as on a single thread.</summary>
    public static NameCensus Take(IReadOnlyList<ExtractedPaper> papers, NameNotes notes, IReadOnlyList<LexiconEntry> lexicon, CancellationToken cancellationToken)
    {
        var census = new NameCensus(papers, notes.Texts(), lexicon);
        var mention = 0;
        for (var paper = 0; paper < papers.Count; paper++)
        {
            var (concepts, forms) = notes[paper];
            for (var slot = 0; slot < concepts.Length; slot++)
            {
                census.Note(mention++, paper, slot, concepts[slot]);
                census._formEnds[mention - 1] = census._forms.Count + concepts[slot].FormsEnd;
            }

            census._forms.AddRange(forms);
        }

        census.Names.FoldNoted(cancellationToken);
        census.CountKeys();
        return census;
    }

    private static int[] Unnumbered(int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        return numbers;
    }

    /// <summary>Records a mention, with surfaces in place of keys, which are not computed yet.</summary>
    private void Note(int at, int paper, int slot, ConceptNote note)
    {
        var anchor = AnchorSurfaces[at] = note.IsLong ? SurfaceOf(note.Anchor) : AnchorOf(note.Anchor);
        var shortForm = note.Short < 0 ? -1 : SurfaceOf(note.Short);
        var entry = note.LexiconId < 0 ? -1 : _lexiconIndex.GetValueOrDefault(_texts[note.LexiconId]!, -1);
        Mentions[at] = new Mention(paper, slot, anchor, shortForm, entry, note.Stated, note.Role, note.Type, note.FurtherTypes, note.IsOneWord);
    }

    /// <summary>The surface of a noted text, interned on first use.</summary>
    private int SurfaceOf(int text)
    {
        ref var surface = ref _surfaces[text];
        return surface >= 0 ? surface : surface = Names.Note(_texts[text]!);
    }

    /// <summary>The surface that a noted name is counted under.</summary>
    private int AnchorOf(int name)
    {
        ref var anchor = ref _anchors[name];
        return anchor >= 0 ? anchor : anchor = Known(_texts[name]!) is { } known ? Names.Note(known) : SurfaceOf(name);
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
            _anchorsAsData[anchor] += mention.Type.IsData() ? 1 : 0;
            if (shortKey >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_definitions, new Definition(shortKey, anchor), out _)++;
            }
        }
    }

    /// <summary>The role of the concept in its paper; a paper that introduces something "DPO-based" builds on DPO.</summary>
    public static ConceptRole RoleOf(ExtractedConcept concept) =>
        concept.Role == ConceptRole.Introduces && (NameKey.IsAdjective(concept.Name) || NameKey.AdjectiveStem(concept.Name) is not null) ? ConceptRole.BuildsOn : concept.Role;

    /// <summary>The known name of which a name is only an adjective ("Transformer-based models"); null for any other name.</summary>
    private string? Known(string name) => NameKey.WideAdjectiveStem(name) is { } stem && _known.Contains(NameKey.Of(stem)) ? stem : null;
}
