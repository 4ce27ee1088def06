namespace Stemma.GraphAnalysis.Communities;

/// <summary>Renumbers groups so that equal partitions have equal numbers.</summary>
internal static class Numbering
{
    /// <summary>Numbers groups from 0 in descending order of size, ties by smallest member; unused numbers are dropped.</summary>
    public static int[] BySize(int[] groupOf, int groupCount)
    {
        var sizes = new int[groupCount];
        var firsts = new int[groupCount];
        Array.Fill(firsts, int.MaxValue);
        for (var at = 0; at < groupOf.Length; at++)
        {
            sizes[groupOf[at]]++;
            firsts[groupOf[at]] = Math.Min(firsts[groupOf[at]], at);
        }

        var order = Enumerable.Range(0, groupCount).Where(group => sizes[group] > 0).OrderByDescending(group => sizes[group]).ThenBy(group => firsts[group]);
        var numbers = new int[groupCount];
        foreach (var (number, group) in order.Index())
        {
            numbers[group] = number;
        }

        return [.. groupOf.Select(group => numbers[group])];
    }
}
