using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Measures how far a cue stands from a mention. Other mentions and what joins them ("CQL, IQL and TD3+BC") do not count, so that a cue reaches every
/// member of a coordination; a clause boundary ends its reach.
/// </summary>
internal static class CueReach
{
    /// <summary>Beyond any cue's reach.</summary>
    public const int Unreachable = 99;

    /// <summary>Words between cue and mention, or <see cref="Unreachable"/>. <paramref name="inMention"/> tells for each token whether a mention covers it.</summary>
    public static int Between(PaperDocument document, CueMatch cue, TokenRange mention, ReadOnlySpan<bool> inMention)
    {
        var (first, end) = cue.Cue.Side == CueSide.Before ? (cue.Range.End, mention.First) : (mention.End, cue.Range.First);
        if (first > end)
        {
            return Unreachable;
        }

        var distance = 0;
        for (var token = first; token < end; token++)
        {
            if (EndsClause(document, token))
            {
                return Unreachable;
            }

            distance += inMention[token] || IsJoint(document, token) ? 0 : 1;
        }

        return distance;
    }

    /// <summary>True for what joins the members of a coordination or stands before a noun without meaning of its own.</summary>
    public static bool IsJoint(PaperDocument document, int token)
        => document.Tokens[token].Kind is TokenKind.Hyphen or TokenKind.Slash || document.Is(token, ',') || document.Is(token, '(') || document.Is(token, ')')
           || document.Is(token, "and") || document.Is(token, "or") || document.Is(token, "the") || document.Is(token, "a") || document.Is(token, "an") || document.Is(token, '&');

    private static bool EndsClause(PaperDocument document, int token)
        => document.Is(token, ';') || document.Is(token, ':') || document.Is(token, "while") || document.Is(token, "whereas") || document.Is(token, "but")
           || document.Is(token, "which") || document.Is(token, "that") || document.Is(token, "however") || document.Is(token, "where");
}
