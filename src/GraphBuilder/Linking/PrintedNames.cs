namespace Stemma.GraphBuilder.Linking;

/// <summary>Chooses the usual spelling of each key.</summary>
internal static class PrintedNames
{
    /// <summary>For each key, the spelling that most mentions are anchored at; ties go to the first in ordinal order. Empty for a key without a surface.</summary>
    public static string[] Of(NameCensus census)
    {
        var names = census.Names;
        var counts = new int[names.SurfaceCount];
        foreach (var surface in census.AnchorSurfaces)
        {
            counts[surface]++;
        }

        var best = new int[names.KeyCount];
        Array.Fill(best, -1);
        for (var surface = 0; surface < counts.Length; surface++)
        {
            ref var chosen = ref best[names.KeyOf(surface)];
            if (chosen < 0 || counts[surface] > counts[chosen]
                || (counts[surface] == counts[chosen] && string.CompareOrdinal(names.SurfaceText(surface), names.SurfaceText(chosen)) < 0))
            {
                chosen = surface;
            }
        }

        return [.. best.Select(surface => surface < 0 ? "" : names.SurfaceText(surface))];
    }
}
