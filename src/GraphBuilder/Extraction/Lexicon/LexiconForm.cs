using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>One spelling of one entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Spelling">As the lexicon writes it.</param>
/// <param name="Strict">True where capitals must agree.</param>
internal sealed record LexiconForm(LexiconEntry Entry, string Spelling, bool Strict)
{
    private readonly bool _coined = Spelling.Split(' ', '-').Any(word => Names.NameShapes.IsCoined(word));

    /// <summary>
    /// True where the printed form, which equals this spelling but for case, separators and a plural s, also agrees in capitals, letter by letter, if it must.
    /// A coined spelling (MultiPL-E) never matches an ordinary word in lower case (multiple).
    /// </summary>
    public bool Accepts(ReadOnlySpan<char> printed)
    {
        if (!Strict)
        {
            return !_coined || printed.IndexOfAnyInRange('A', 'Z') >= 0 || printed.IndexOfAnyInRange('0', '9') >= 0;
        }

        var at = 0;
        foreach (var sign in printed)
        {
            if (IsSeparator(sign))
            {
                continue;
            }

            while (at < Spelling.Length && IsSeparator(Spelling[at]))
            {
                at++;
            }

            if (at == Spelling.Length)
            {
                return sign == 's';
            }

            if (Spelling[at++] != sign)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeparator(char sign) => sign is ' ' or '/' || Tokenizer.IsHyphen(sign);
}

/// <summary>A lexicon name in the text.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Form">The spelling that fits.</param>
internal readonly record struct LexiconMatch(TokenRange Range, LexiconForm Form)
{
    /// <summary>The entry.</summary>
    public LexiconEntry Entry => Form.Entry;
}
