using System.Collections.Concurrent;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// What linking compares of the concepts of a corpus, noted while each extraction is unpacked, so that <see cref="NameCensus"/> need not unpack it again: that took
/// a third of the work of linking 144,000 papers. Each text is stored once, under a number that depends on thread scheduling; the results of the census do not.
/// Papers may be noted concurrently, each paper once.
/// </summary>
internal sealed class NameNotes
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly PaperNote[] _papers;
    private int _count;

    /// <summary>Creates notes for a number of papers, each without concepts until it is noted.</summary>
    public NameNotes(int papers)
    {
        _papers = new PaperNote[papers];
        Array.Fill(_papers, new PaperNote([], []));
    }

    /// <summary>The notes of a paper, by index.</summary>
    public PaperNote this[int paper] => _papers[paper];

    /// <summary>Notes all papers of a corpus from their packed extractions, by index.</summary>
    public static NameNotes Of(IReadOnlyList<ExtractedPaper> papers, CancellationToken cancellationToken)
    {
        var notes = new NameNotes(papers.Count);
        Parallel.For(0, papers.Count, new ParallelOptions { CancellationToken = cancellationToken }, at => notes.Add(at, papers[at].ReadUnplacedConcepts()));
        return notes;
    }

    /// <summary>Notes the concepts of a paper.</summary>
    public void Add(int paper, IReadOnlyList<ExtractedConcept> concepts)
    {
        var noted = new ConceptNote[concepts.Count];
        var forms = new List<int>(concepts.Count * 2);
        for (var slot = 0; slot < noted.Length; slot++)
        {
            var concept = concepts[slot];
            foreach (var form in concept.Surfaces)
            {
                forms.Add(NumberOf(form));
            }

            noted[slot] = Note(concept, forms.Count);
        }

        _papers[paper] = new PaperNote(noted, [.. forms]);
    }

    /// <summary>The texts by number, once all papers are noted; null for a number left unused because another thread numbered the same text first.</summary>
    public string?[] Texts()
    {
        var texts = new string?[_count];
        foreach (var (text, number) in _numbers)
        {
            texts[number] = text;
        }

        return texts;
    }

    private ConceptNote Note(ExtractedConcept concept, int formsEnd)
    {
        var (shortForm, longForm) = FormsOf(concept);
        longForm = longForm is null ? null : WholeWords(longForm, concept.Surfaces);
        return new ConceptNote(
            NumberOf(longForm ?? concept.Name),
            longForm is null ? -1 : NumberOf(shortForm),
            longForm is not null,
            NumberOf(concept.LexiconId),
            formsEnd,
            concept.Role,
            NameCensus.RoleOf(concept),
            concept.Types[0],
            concept.Types.Skip(1).Aggregate(0, (types, type) => types | (1 << (int)type)),
            !concept.Name.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>The number of a text, assigned on first use; −1 for null.</summary>
    private int NumberOf(string? text)
    {
        if (text is null)
        {
            return -1;
        }

        return _numbers.TryGetValue(text, out var number) ? number : _numbers.GetOrAdd(text, Interlocked.Increment(ref _count) - 1);
    }

    /// <summary>
    /// Extends a long form that begins inside a hyphenated word ("supervised Preference Optimization", the shortest that explains SPO) to the whole word if a surface has it.
    /// </summary>
    private static string WholeWords(string longForm, IReadOnlyList<string> surfaces) =>
        surfaces.FirstOrDefault(s => s.Length > longForm.Length + 1 && s[^(longForm.Length + 1)] == '-' && s.EndsWith(longForm, StringComparison.OrdinalIgnoreCase)) ?? longForm;

    /// <summary>
    /// The short and the long form that the text defines. If extraction names none, two surfaces of the concept are a pair if the initials of the longer are the shorter
    /// (Schwartz and Hearst 2003 require the letters in order; initials are the strict case).
    /// </summary>
    private static (string? Short, string? Long) FormsOf(ExtractedConcept concept)
    {
        if (NameShapes.IsLatin(concept.ShortForm ?? ""))
        {
            return (null, null);
        }

        if (concept.LongForm is not null || concept.ShortForm is not null)
        {
            return (concept.ShortForm ?? (NameShapes.IsAcronym(concept.Name) ? concept.Name : null), concept.LongForm ?? (concept.Name == concept.ShortForm ? null : concept.Name));
        }

        var shortForm = concept.Surfaces.Count > 1 ? concept.Surfaces.FirstOrDefault(NameShapes.IsAcronym) : null;
        if (shortForm is null)
        {
            return (null, null);
        }

        var longForm = concept.Surfaces.FirstOrDefault(s => s.Length > shortForm.Length + 2 && NameShapes.InitialsMatch(shortForm, NameKey.Tokens(s)));
        return longForm is null ? (null, null) : (shortForm, longForm);
    }
}

/// <summary>The notes on a paper.</summary>
/// <param name="Concepts">By slot of its extraction.</param>
/// <param name="Forms">Numbers of the surface forms of all its concepts, see <see cref="ConceptNote.FormsEnd"/>.</param>
internal readonly record struct PaperNote(ConceptNote[] Concepts, int[] Forms);

/// <summary>The notes on a concept; texts are given by number.</summary>
/// <param name="Anchor">The long form where the text gives one, else the name.</param>
/// <param name="Short">The acronym that the text defines, or −1.</param>
/// <param name="IsLong">Whether <paramref name="Anchor"/> is a long form.</param>
/// <param name="LexiconId">Id of the lexicon entry it was recognised as, or −1.</param>
/// <param name="FormsEnd">End index of its forms among those of its paper.</param>
/// <param name="Stated">Its role according to extraction.</param>
/// <param name="Role">Its role, see <see cref="NameCensus.RoleOf"/>.</param>
/// <param name="Type">The likeliest of its types.</param>
/// <param name="FurtherTypes">Its other types as bit flags.</param>
/// <param name="IsOneWord">Whether its name has no space.</param>
internal readonly record struct ConceptNote(
    int Anchor, int Short, bool IsLong, int LexiconId, int FormsEnd, ConceptRole Stated, ConceptRole Role, ConceptType Type, int FurtherTypes, bool IsOneWord);
