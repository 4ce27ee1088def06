namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// The ASCII signs of a name and the pairs of neighbours among them, capitals and small letters alike, as bits (a signature in the sense of Bloom 1970): a name cannot hold another one whose signs or pairs it lacks.
/// </summary>
/// <param name="Signs">A bit a sign; all bits where a sign is not ASCII, for it may equal an ASCII one when case is ignored.</param>
/// <param name="Pairs">The same, a bit a pair.</param>
/// <param name="NeededSigns">The same as <paramref name="Signs"/>, of ASCII signs alone.</param>
/// <param name="NeededPairs">The same as <paramref name="Pairs"/>, of ASCII signs alone.</param>
internal readonly record struct LetterSet(ulong Signs, ulong Pairs, ulong NeededSigns, ulong NeededPairs)
{
    private const int Kinds = 64;

    /// <summary>The signs of a name.</summary>
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

    /// <summary>False where a name of these signs cannot hold one of those.</summary>
    public bool Holds(LetterSet part) => ((part.NeededSigns & ~Signs) | (part.NeededPairs & ~Pairs)) == 0;
}
