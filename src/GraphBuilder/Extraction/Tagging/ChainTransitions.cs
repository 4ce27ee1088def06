using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Transition weights in the form that inference needs. One row per earlier tag; the last row is for the start of a sentence.</summary>
internal static class ChainTransitions
{
    /// <summary>Number of weights.</summary>
    public const int Count = (TagSet.Count + 1) * TagSet.Count;

    /// <summary>Exponentiated; 0 where the tag may not follow.</summary>
    public static double[] Potentials(ReadOnlySpan<float> transitions)
    {
        var potentials = new double[transitions.Length];
        for (var at = 0; at < potentials.Length; at++)
        {
            potentials[at] = May(at) ? Exponential.Of(transitions[at]) : 0;
        }

        return potentials;
    }

    private static bool May(int at) => TagSet.MayFollow(at / TagSet.Count == TagSet.Count ? TagSet.Outside : at / TagSet.Count, at % TagSet.Count);
}
