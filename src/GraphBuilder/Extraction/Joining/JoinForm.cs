using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>One surface form normalised for comparison: folded words without plural, and their concatenation.</summary>
[SkipLocalsInit]
internal sealed class JoinForm
{
    private readonly ulong _mask;
    private readonly (int End, uint Hash)[] _words;

    /// <summary>Normalises a surface form.</summary>
    public JoinForm(string surface)
    {
        Surface = surface;
        Span<char> buffer = surface.Length <= NameFolding.UsualLength ? stackalloc char[NameFolding.UsualLength] : new char[surface.Length];
        Span<char> squeezed = surface.Length <= NameFolding.UsualLength ? stackalloc char[NameFolding.UsualLength] : new char[surface.Length];
        var folded = NameFolding.Fold(surface, buffer);
        _words = new (int, uint)[folded.Count(' ') + 1];
        var length = 0;
        foreach (var part in folded.Split(' '))
        {
            var word = Singular(folded[part]);
            if (!word.IsEmpty)
            {
                word.CopyTo(squeezed[length..]);
                length += word.Length;
                _words[Count] = (length, FeatureHash.Of(word));
                _mask |= 1UL << (int)(_words[Count++].Hash & 63);
            }
        }

        Squeezed = new string(squeezed[..length]);
    }

    /// <summary>The form as printed.</summary>
    public string Surface { get; }

    /// <summary>The words without spaces.</summary>
    public string Squeezed { get; }

    /// <summary>Number of words.</summary>
    public int Count { get; }

    /// <summary>A word, folded.</summary>
    public ReadOnlySpan<char> this[int word] => Squeezed.AsSpan((word == 0 ? 0 : _words[word - 1].End).._words[word].End);

    /// <summary>Hash of a word, as a feature.</summary>
    public uint HashOf(int word) => _words[word].Hash;

    /// <summary>False where the two forms cannot share a word.</summary>
    public bool MayShare(JoinForm other) => (_mask & other._mask) != 0;

    /// <summary>Number of words of this form that the other one has too, in any position.</summary>
    public int Shared(JoinForm other)
    {
        var shared = 0;
        for (var word = 0; word < Count; word++)
        {
            shared += other.Has(this, word) ? 1 : 0;
        }

        return shared;
    }

    /// <summary>True where this form has a word of another form.</summary>
    public bool Has(JoinForm other, int word)
    {
        for (var own = 0; own < Count; own++)
        {
            if (IsSame(own, other, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Last index at which the words of a shorter form occur contiguously in this one, or -1.</summary>
    public int IndexOf(JoinForm shorter)
    {
        for (var first = Count - shorter.Count; first >= 0; first--)
        {
            var same = 0;
            while (same < shorter.Count && IsSame(first + same, shorter, same))
            {
                same++;
            }

            if (same == shorter.Count)
            {
                return first;
            }
        }

        return -1;
    }

    /// <summary>True where the initials of the words are the letters of another form.</summary>
    public bool IsSpeltBy(JoinForm initials)
    {
        var same = initials.Squeezed.Length == Count;
        for (var word = 0; same && word < Count; word++)
        {
            same = this[word][0] == initials.Squeezed[word];
        }

        return same;
    }

    private bool IsSame(int own, JoinForm other, int word) => _words[own].Hash == other._words[word].Hash && this[own].SequenceEqual(other[word]);

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
