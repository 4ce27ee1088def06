using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>Concepts that single papers connect, for <see cref="VariantFinder"/>. Each method is one pass over the mentions.</summary>
internal static class PaperTies
{
    /// <summary>Pairs of a concept that a paper introduces and a concept that the same paper builds on.</summary>
    public static HashSet<(int Introduced, int BuiltOn)> Descents(Mention[] mentions, int[] conceptOfMention)
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var paper in ByPaper(mentions))
        {
            for (var own = paper.Start.Value; own < paper.End.Value; own++)
            {
                for (var at = paper.Start.Value; mentions[own].Stated == ConceptRole.Introduces && at < paper.End.Value; at++)
                {
                    if (mentions[at].Stated == ConceptRole.BuildsOn)
                    {
                        pairs.Add((conceptOfMention[own], conceptOfMention[at]));
                    }
                }
            }
        }

        return pairs;
    }

    /// <summary>The variants that some paper names together with the concept that they are a variant of.</summary>
    /// <param name="variants">At most one per concept.</param>
    /// <param name="mentions">Ordered by paper.</param>
    /// <param name="conceptOfMention">The concept of each mention, or −1.</param>
    public static HashSet<int> Between(List<ConceptVariant> variants, Mention[] mentions, int[] conceptOfMention)
    {
        var known = variants.ToDictionary(variant => variant.Variant, variant => variant.Of);
        var tied = new HashSet<int>();
        foreach (var paper in ByPaper(mentions))
        {
            var named = conceptOfMention.AsSpan(paper);
            foreach (var concept in named)
            {
                if (known.TryGetValue(concept, out var of) && named.Contains(of))
                {
                    tied.Add(concept);
                }
            }
        }

        return tied;
    }

    /// <summary>The mentions of each paper.</summary>
    private static IEnumerable<Range> ByPaper(Mention[] mentions)
    {
        for (var (first, end) = (0, 0); first < mentions.Length; first = end)
        {
            while (end < mentions.Length && mentions[end].Paper == mentions[first].Paper)
            {
                end++;
            }

            yield return first..end;
        }
    }
}
