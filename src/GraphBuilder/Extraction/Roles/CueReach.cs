using System.Runtime.InteropServices;
using System.Collections.Frozen;
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

    private static readonly FrozenDictionary<string, TokenLink>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        (TokenLink.Joins, new[] { ",", "(", ")", "and", "or", "the", "a", "an", "&" }),
        (TokenLink.EndsClause, [";", ":", "while", "whereas", "but", "which", "that", "however", "where"]),
    }.SelectMany(group => group.Item2.Select(word => (word, group.Item1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words between cue and mention, or <see cref="Unreachable"/>. <paramref name="inMention"/> tells for each token whether a mention covers it.</summary>
    public static int Between(PaperDocument document, CueMatch cue, TokenRange mention, ReadOnlySpan<bool> inMention)
    {
        var (first, end) = cue.Cue.Side == CueSide.Before ? (cue.Range.End, mention.First) : (mention.End, cue.Range.First);
        if (first > end)
        {
            return Unreachable;
        }

        var distance = 0;
        var links = CollectionsMarshal.AsSpan(document.Links)[first..end];
        var held = inMention[first..end];
        for (var at = 0; at < links.Length; at++)
        {
            if (links[at] == TokenLink.EndsClause)
            {
                return Unreachable;
            }

            distance += held[at] || links[at] == TokenLink.Joins ? 0 : 1;
        }

        return distance;
    }

    /// <summary>How a word links what stands around it.</summary>
    public static TokenLink LinkOf(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var link) ? link : TokenLink.None;

    /// <summary>How each token of a paper links what stands around it.</summary>
    public static void ReadLinks(PaperDocument document)
    {
        CollectionsMarshal.SetCount(document.Links, document.Tokens.Count);
        var links = CollectionsMarshal.AsSpan(document.Links);
        for (var token = 0; token < links.Length; token++)
        {
            links[token] = document.Tokens[token].Kind is TokenKind.Hyphen or TokenKind.Slash ? TokenLink.Joins : document.FactsOf(token).Link;
        }
    }
}

/// <summary>How a token links what stands around it.</summary>
internal enum TokenLink : byte
{
    /// <summary>An ordinary word.</summary>
    None,

    /// <summary>Joins the members of a coordination or stands before a noun without meaning of its own.</summary>
    Joins,

    /// <summary>Ends a clause, and with it the reach of a cue.</summary>
    EndsClause,
}
