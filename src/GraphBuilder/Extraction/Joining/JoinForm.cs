using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>One surface form in the shape in which forms are compared: folded words without plural, the letters without spaces, and the first letters of the words.</summary>
internal sealed class JoinForm
{
    private readonly ulong _mask;

    /// <summary>Reads a form.</summary>
    public JoinForm(string surface)
    {
        Surface = surface;
        Words = NameFolding.Fold(surface).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < Words.Length; at++)
        {
            Words[at] = Singular(Words[at]);
            _mask |= 1UL << (int)(Models.FeatureHash.Of(Words[at]) & 63);
        }

        Squeezed = string.Concat(Words);
        Initials = string.Concat(Words.Select(word => word[0]));
    }

    /// <summary>The form as printed.</summary>
    public string Surface { get; }

    /// <summary>Folded words.</summary>
    public string[] Words { get; }

    /// <summary>The words without spaces.</summary>
    public string Squeezed { get; }

    /// <summary>First letters of the words.</summary>
    public string Initials { get; }

    /// <summary>False where no word can be one of another form's.</summary>
    public bool MayShare(JoinForm other) => (_mask & other._mask) != 0;

    /// <summary>Number of words that both forms have, wherever they stand.</summary>
    public int Shared(JoinForm other) => Words.Count(word => Array.IndexOf(other.Words, word) >= 0);

    /// <summary>Where the words of a shorter form stand in this one side by side, or -1.</summary>
    public int IndexOf(JoinForm shorter)
    {
        for (var first = Words.Length - shorter.Words.Length; first >= 0; first--)
        {
            if (Words.AsSpan(first, shorter.Words.Length).SequenceEqual(shorter.Words))
            {
                return first;
            }
        }

        return -1;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
