using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Storing;

namespace Stemma.Benchmarks.Extraction;

/// <summary>Counts the differences between the extractions of two builds from the same papers.</summary>
internal sealed class ExtractionDifference
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Compares paper by paper.</summary>
    public ExtractionDifference(IEnumerable<byte[]> before, IEnumerable<byte[]> after)
    {
        foreach (var (left, right) in before.Zip(after))
        {
            Count("abstracts", !left.SequenceEqual(right));
            Compare(ExtractionCodec.Decode(left), ExtractionCodec.Decode(right));
        }
    }

    private void Compare(PaperExtraction before, PaperExtraction after)
    {
        var rest = after.Concepts.ToList();
        foreach (var concept in before.Concepts)
        {
            var same = rest.Find(other => other.Name == concept.Name);
            Count("concepts only before", same is null);
            if (same is not null)
            {
                rest.Remove(same);
                Count("types", !same.Types.SequenceEqual(concept.Types));
                Count("roles", same.Role != concept.Role);
                Count("confidences", same.Confidence != concept.Confidence);
                Count("confidences by more than 0.01", Math.Abs(same.Confidence - concept.Confidence) > 0.01);
                Count("evidence", same.Evidence != concept.Evidence || same.By != concept.By);
            }
        }

        _counts["concepts only after"] = _counts.GetValueOrDefault("concepts only after") + rest.Count;
        Count("results", !before.Results.SequenceEqual(after.Results));
        Count("relations", !before.Relations.SequenceEqual(after.Relations));
    }

    private void Count(string kind, bool differs) => _counts[kind] = _counts.GetValueOrDefault(kind) + (differs ? 1 : 0);

    /// <summary>One line.</summary>
    public override string ToString() => $"differ: {string.Join(", ", _counts.Select(pair => $"{pair.Key} {pair.Value}"))}";
}
