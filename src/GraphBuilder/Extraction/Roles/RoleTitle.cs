using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Values for title grammar ("Name: phrase for Task via Method") and compounds ("X-based"). Word groups after counts on the titles of the training labels.</summary>
internal static class RoleTitle
{
    private static readonly FrozenDictionary<string, int> Governors = new Dictionary<int, string[]>
    {
        [1] = ["for", "towards", "toward", "to"],
        [2] = ["via", "through", "by", "using", "with", "from"],
        [3] = ["in", "on", "of", "at", "under"],
        [4] = ["beyond", "without", "against", "or", "vs"],
        [5] = ["and", "as", "into"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> GovernorOf = Governors.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Participles =
        new[] { "based", "guided", "driven", "style", "like", "powered", "enhanced", "augmented", "inspired", "aware", "trained", "tuned", "conditioned", "assisted" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Writes six values: in the title, side of the colon, whether the mention begins it, whether it ends it, governor; mentions before a hyphen and a participle, mentions before
    /// any hyphen.
    /// </summary>
    public static void Write(PaperDocument document, ConceptDraft concept, ref ValueWriter writer)
    {
        var first = concept.Mentions[0].Range;
        var inTitle = first.First < document.TitleTokens;
        writer.Add(inTitle ? Side(document, first) : 0);
        writer.Add(inTitle && first.First == 0);
        writer.Add(inTitle && first.End == document.TitleTokens);
        writer.Add(inTitle ? Governor(document, first) : -1);
        var (participles, compounds) = (0, 0);
        foreach (var mention in concept.Mentions)
        {
            var end = mention.Range.End;
            if (end + 1 < document.Tokens.Count && document.Tokens[end].Kind == TokenKind.Hyphen && !document.Tokens[end].SpaceBefore)
            {
                compounds++;
                participles += Participles.Contains(document[end + 1]) ? 1 : 0;
            }
        }

        writer.Add(participles);
        writer.Add(compounds);
    }

    /// <summary>1 without a colon, 2 before the first one, 3 after it.</summary>
    private static int Side(PaperDocument document, TokenRange range)
    {
        for (var token = 0; token < document.TitleTokens; token++)
        {
            if (document.Is(token, ':'))
            {
                return range.First < token ? 2 : 3;
            }
        }

        return 1;
    }

    /// <summary>Group of the last preposition before the mention.</summary>
    private static int Governor(PaperDocument document, TokenRange range)
    {
        for (var token = range.First - 1; token >= 0; token--)
        {
            if (GovernorOf.TryGetValue(document[token], out var group))
            {
                return group;
            }
        }

        return 0;
    }
}
