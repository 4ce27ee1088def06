using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>Mentions of one concept of one paper, with what later stages decide about it.</summary>
internal sealed class ConceptDraft
{
    private readonly List<LetterSet> _letters = [];

    /// <summary>Mentions in text order.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Distinct surface forms in order of first mention; those of merged concepts follow.</summary>
    public List<string> Surfaces { get; } = [];

    /// <summary>A signature of each surface form, which rules out most containment tests without comparing strings.</summary>
    public ReadOnlySpan<LetterSet> Letters
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_letters.Count < Surfaces.Count)
            {
                ReadLetters();
            }

            return CollectionsMarshal.AsSpan(_letters);
        }
    }

    private void ReadLetters()
    {
        while (_letters.Count < Surfaces.Count)
        {
            _letters.Add(LetterSet.Of(Surfaces[_letters.Count]));
        }
    }

    /// <summary>True where a surface form of this concept is longer than the first form of another one and contains it, ignoring case.</summary>
    public bool Holds(ConceptDraft other)
    {
        for (var at = 0; at < Surfaces.Count; at++)
        {
            if (Holds(at, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the given surface form is longer than the first form of another concept and contains it, ignoring case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(int surface, ConceptDraft other)
        => Surfaces[surface].Length > other.Surfaces[0].Length && Letters[surface].Holds(other.Letters[0]) && Surfaces[surface].Contains(other.Surfaces[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a mention shares a token with a range.</summary>
    public bool Overlaps(TokenRange range)
    {
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(Mentions))
        {
            if (mention.Range.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a mention covers exactly the tokens of a range.</summary>
    public bool StandsAt(TokenRange range)
    {
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(Mentions))
        {
            if (mention.Range == range)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index into <see cref="Mentions"/> of the first mention that begins at or after a token, or -1.</summary>
    public int FirstFrom(int token)
    {
        for (var at = 0; at < Mentions.Count; at++)
        {
            if (Mentions[at].Range.First >= token)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>True where a surface form contains a text, ignoring case.</summary>
    public bool NamesHold(string text)
    {
        foreach (var surface in Surfaces)
        {
            if (surface.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Short form that the text defines, or null.</summary>
    public string? ShortForm { get; set; }

    /// <summary>Long form that the text defines, or null.</summary>
    public string? LongForm { get; set; }

    /// <summary>Whole name of a split mention, or null.</summary>
    public string? Canonical { get; set; }

    /// <summary>Lexicon entry, or null.</summary>
    public LexiconEntry? Entry { get; set; }

    /// <summary>Types, the likeliest first.</summary>
    public List<ConceptType> Types { get; } = [];

    /// <summary>Probability (0..1) that the text names the concept with its first type.</summary>
    public double Confidence { get; set; }

    /// <summary>Probability (0..1) that an annotator lists the concept, whatever its type.</summary>
    public double Judgement { get; set; } = 1;

    /// <summary>The chosen role.</summary>
    public ConceptRole Role { get; set; } = ConceptRole.Mentions;

    /// <summary>Probability (0..1) of the role.</summary>
    public double RoleConfidence { get; set; }

    /// <summary>Rule or model that decided the role.</summary>
    public string By { get; set; } = "";

    /// <summary>Cached lookup of the concept in a memory: which memory, the number of surface forms at that time, and the index of the record, -1 for none.</summary>
    public (object? By, int Forms, int At) Remembered { get; set; }

    /// <summary>Index into <see cref="Mentions"/> of the mention with the strongest evidence for the role.</summary>
    public int EvidenceMention { get; set; }

    /// <summary>Index into <see cref="Mentions"/> of the mention that is shown as evidence.</summary>
    public int ShownMention { get; set; }

    /// <summary>Resets the draft for another concept.</summary>
    public void Clear()
    {
        _letters.Clear();
        Mentions.Clear();
        Surfaces.Clear();
        Types.Clear();
        (ShortForm, LongForm, Canonical, Entry) = (null, null, null, null);
        (Confidence, Judgement, RoleConfidence) = (0, 1, 0);
        (Role, By, EvidenceMention, ShownMention) = (ConceptRole.Mentions, "", 0, 0);
        Remembered = default;
    }

    /// <summary>The likeliest type.</summary>
    public ConceptType Type => Types[0];
}
