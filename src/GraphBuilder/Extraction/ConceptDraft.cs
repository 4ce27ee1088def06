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

    /// <summary>Distinct surface forms in order of first mention.</summary>
    public List<string> Surfaces { get; } = [];

    /// <summary>For each surface form its letters, so that most forms can be told apart without comparing them.</summary>
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

    /// <summary>True where a longer form of this concept holds the first form of another one, ignoring case.</summary>
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

    /// <summary>True where one of the forms is longer than the first form of another concept and holds it, ignoring case.</summary>
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

    /// <summary>True where a mention has just the tokens of a range.</summary>
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

    /// <summary>Index into <see cref="Mentions"/> of the first that begins at a token or behind it, or -1.</summary>
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

    /// <summary>True where a surface form holds a text, ignoring case.</summary>
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

    /// <summary>Types by weight of votes, the heaviest first.</summary>
    public List<ConceptType> Types { get; } = [];

    /// <summary>0..1 that the concept stands there with its first type.</summary>
    public double Confidence { get; set; }

    /// <summary>0..1 that a careful reader lists the concept, whatever its type.</summary>
    public double Judgement { get; set; } = 1;

    /// <summary>The role decided.</summary>
    public ConceptRole Role { get; set; } = ConceptRole.Mentions;

    /// <summary>0..1 for the role.</summary>
    public double RoleConfidence { get; set; }

    /// <summary>Rule or model that decided the role.</summary>
    public string By { get; set; } = "";

    /// <summary>What a memory last said of the concept: which memory, how many surface forms there were then, and the index of its record, -1 for none.</summary>
    public (object? By, int Forms, int At) Remembered { get; set; }

    /// <summary>Index into <see cref="Mentions"/> of the mention that speaks most for the role.</summary>
    public int EvidenceMention { get; set; }

    /// <summary>Index into <see cref="Mentions"/> of the mention that is shown as evidence.</summary>
    public int ShownMention { get; set; }

    /// <summary>Makes a draft anew.</summary>
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
