using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Roles;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Which tokens of a paper its mentions cover, and how many words lie between two places. Other mentions and what joins them ("CQL, IQL and TD3+BC") do not count, so that a cue reaches every member of a
/// coordination; a clause boundary ends its reach. Words are counted once from the beginning of the paper. Reused.
/// </summary>
internal sealed class TokenCoverage
{
    /// <summary>Ends of clauses are counted above so many bits, words below.</summary>
    private const int WordBits = 20;

    private bool[] _covered = [];

    /// <summary>For each token how many words and ends of clauses stand before it.</summary>
    private int[] _before = [];

    /// <summary>Whether a mention covers a token.</summary>
    public bool this[int token] => _covered[token];

    /// <summary>Words from one token to before another one, or <see cref="CueReach.Unreachable"/> where a clause ends between.</summary>
    public int Between(int first, int end)
    {
        var words = _before[end] - _before[first];
        return words >> WordBits == 0 ? words : CueReach.Unreachable;
    }

    /// <summary>Reads the mentions of a paper, and its links where stages have set them.</summary>
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
