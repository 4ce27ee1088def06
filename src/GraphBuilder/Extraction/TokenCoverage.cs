using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Roles;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Which tokens of a paper its mentions cover, and how many words are between two tokens. Mentions and the words that join them ("CQL, IQL and TD3+BC") do not count, so that a cue
/// reaches every member of a coordination; a clause boundary ends its reach. Distances are differences of prefix sums over the paper. Reused.
/// </summary>
internal sealed class TokenCoverage
{
    /// <summary>Words are counted in the lowest bits, clause boundaries above them.</summary>
    private const int WordBits = 20;

    private bool[] _covered = [];

    /// <summary>For each token, how many words and clause boundaries precede it.</summary>
    private int[] _before = [];

    /// <summary>Whether a mention covers a token.</summary>
    public bool this[int token] => _covered[token];

    /// <summary>Number of words from one token up to another (exclusive), or <see cref="CueReach.Unreachable"/> where a clause ends in between.</summary>
    public int Between(int first, int end)
    {
        var words = _before[end] - _before[first];
        return words >> WordBits == 0 ? words : CueReach.Unreachable;
    }

    /// <summary>Reads the mentions of a paper, and its links if they are set.</summary>
    public void Read(PaperDocument document)
    {
        var count = document.Tokens.Count;
        if (_before.Length <= count)
        {
            _covered = new bool[Math.Max(count, 512)];
            _before = new int[_covered.Length + 1];
        }

        var covered = _covered.AsSpan(0, count);
        covered.Clear();
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(document.Mentions))
        {
            covered.Slice(mention.Range.First, mention.Range.Count).Fill(true);
        }

        var links = CollectionsMarshal.AsSpan(document.Links);
        for (var token = 0; token < links.Length; token++)
        {
            _before[token + 1] = _before[token] + (links[token] == TokenLink.EndsClause ? 1 << WordBits : covered[token] || links[token] == TokenLink.Joins ? 0 : 1);
        }
    }
}
