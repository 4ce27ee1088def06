namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Signature of a name in the sense of Bloom 1970: bits for its ASCII characters and for pairs of adjacent ones, ignoring case. A name cannot contain another one whose characters
/// or pairs it lacks.
/// </summary>
/// <param name="Signs">One bit per character; all bits where a character is not ASCII, because it may equal an ASCII one when case is ignored.</param>
/// <param name="Pairs">The same with one bit per pair.</param>
/// <param name="NeededSigns">As <paramref name="Signs"/>, but of the ASCII characters only.</param>
/// <param name="NeededPairs">As <paramref name="Pairs"/>, but of the ASCII characters only.</param>
internal readonly record struct LetterSet(ulong Signs, ulong Pairs, ulong NeededSigns, ulong NeededPairs)
{
    private const int Kinds = 64;

    /// <summary>The signature of a name.</summary>
    public static LetterSet Of(ReadOnlySpan<char> name)
    {
        var (signs, pairs, foreign) = (0UL, 0UL, false);
        var before = -1;
        foreach (var sign in name)
        {
            if (!char.IsAscii(sign))
            {
                (foreign, before) = (true, -1);
                continue;
            }

            var own = char.IsAsciiLetterLower(sign) ? sign - ('a' - 'A') : sign;
            signs |= 1UL << (own % Kinds);
            pairs |= before < 0 ? 0 : 1UL << (((before * 7) + (own * 29)) % Kinds);
            before = own;
        }

        return new LetterSet(foreign ? ulong.MaxValue : signs, foreign ? ulong.MaxValue : pairs, signs, pairs);
    }

    /// <summary>False where a name with this signature cannot contain one with the signature <paramref name="part"/>.</summary>
    public bool Holds(LetterSet part) => ((part.NeededSigns & ~Signs) | (part.NeededPairs & ~Pairs)) == 0;
}
