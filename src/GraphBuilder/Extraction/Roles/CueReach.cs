using System.Runtime.InteropServices;
using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Measures the distance between a cue and a mention, see <see cref="TokenCoverage"/>.</summary>
internal static class CueReach
{
    /// <summary>Beyond any cue's reach.</summary>
    public const int Unreachable = 99;

    private static readonly FrozenDictionary<string, TokenLink>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        (TokenLink.Joins, new[] { ",", "(", ")", "and", "or", "the", "a", "an", "&" }),
        (TokenLink.EndsClause, [";", ":", "while", "whereas", "but", "which", "that", "however", "where"]),
    }.SelectMany(group => group.Item2.Select(word => (word, group.Item1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words between cue and mention, or <see cref="Unreachable"/>.</summary>
    public static int Between(CueMatch cue, TokenRange mention, TokenCoverage covered)
    {
        var (first, end) = cue.Cue.Side == CueSide.Before ? (cue.Range.End, mention.First) : (mention.End, cue.Range.First);
        return first > end ? Unreachable : covered.Between(first, end);
    }

    /// <summary>How a word links its neighbours.</summary>
    public static TokenLink LinkOf(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var link) ? link : TokenLink.None;

    /// <summary>Sets how each token of a paper links its neighbours.</summary>
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

/// <summary>How a token links its neighbours.</summary>
internal enum TokenLink : byte
{
    /// <summary>An ordinary word.</summary>
    None,

    /// <summary>Joins the members of a coordination, or precedes a noun without a meaning of its own.</summary>
    Joins,

    /// <summary>Ends a clause, and with it the reach of a cue.</summary>
    EndsClause,
}
