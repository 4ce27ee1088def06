namespace Stemma.GraphBuilder.Extraction;

/// <summary>The ASCII signs of a name, capitals and small letters alike, as bits (a signature in the sense of Bloom 1970): a name cannot hold another one whose signs it lacks.</summary>
/// <param name="Signs">A bit a sign; all bits where a sign is not ASCII, for it may equal an ASCII one when case is ignored.</param>
/// <param name="Needed">The same, of ASCII signs alone.</param>
internal readonly record struct LetterSet(ulong Signs, ulong Needed)
{
    private const int Kinds = 64;

    /// <summary>The signs of a name.</summary>
    public static LetterSet Of(ReadOnlySpan<char> name)
    {
        var (signs, foreign) = (0UL, false);
        foreach (var sign in name)
        {
            foreign |= !char.IsAscii(sign);
            signs |= char.IsAscii(sign) ? 1UL << ((char.IsAsciiLetterLower(sign) ? sign - ('a' - 'A') : sign) % Kinds) : 0;
        }

        return new LetterSet(foreign ? ulong.MaxValue : signs, signs);
    }

    /// <summary>False where a name of these signs cannot hold one of those.</summary>
    public bool Holds(LetterSet part) => (part.Needed & ~Signs) == 0;
}
