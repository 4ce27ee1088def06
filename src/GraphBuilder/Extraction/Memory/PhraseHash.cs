using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Memory;

/// <summary>Hash of a phrase, equal for all its spellings: ignores case, spaces, hyphens, slashes and a plural s.</summary>
internal static class PhraseHash
{
    /// <summary>The hash of a token range.</summary>
    public static ulong Of(PaperDocument document, TokenRange range)
    {
        var hash = SpellingHash.Empty;
        for (var token = range.First; token < range.End; token++)
        {
            hash = Append(hash, document, token);
        }

        return Singular(hash);
    }

    /// <summary>The hash with one more token.</summary>
    public static SpellingHash Append(SpellingHash hash, PaperDocument document, int token)
        => document.Tokens[token].Kind is TokenKind.Hyphen or TokenKind.Slash ? hash : hash.Append(document[token]);

    /// <summary>The final value, without a plural s.</summary>
    public static ulong Singular(SpellingHash hash) => hash.HasPlural ? hash.WithoutPlural : hash.Value;
}
