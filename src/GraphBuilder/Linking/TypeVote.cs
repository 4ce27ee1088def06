using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Decides a concept's type labels by majority of usage.</summary>
internal static class TypeVote
{
    /// <summary>Weight of the lexicon's type: five mentions, in halves.</summary>
    private const int LexiconVotes = 10;

    /// <summary>Minimum share of the votes for Dataset or Benchmark to become a second label beside the other (D4RL is both).</summary>
    private const double SecondShare = 0.25;

    /// <summary>One type, or two where usage supports both Dataset and Benchmark.</summary>
    public static IReadOnlyList<ConceptType> Decide(int[] votes, IReadOnlyList<ConceptType> known)
    {
        var all = (int[])votes.Clone();
        for (var at = 0; at < known.Count; at++)
        {
            all[(int)known[at]] += at == 0 ? LexiconVotes : LexiconVotes / 2;
        }

        var first = Array.IndexOf(all, all.Max());
        var second = (ConceptType)first switch
        {
            ConceptType.Dataset => ConceptType.Benchmark,
            ConceptType.Benchmark => ConceptType.Dataset,
            _ => (ConceptType?)null,
        };
        var total = all.Sum();
        return second is { } other && (all[(int)other] >= SecondShare * total || (known.Contains(other) && known.Contains((ConceptType)first)))
            ? [(ConceptType)first, other]
            : [(ConceptType)first];
    }
}
