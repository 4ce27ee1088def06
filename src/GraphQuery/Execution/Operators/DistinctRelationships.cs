using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Ensures that a pattern matches each relationship once.</summary>
internal static class DistinctRelationships
{
    /// <summary>Whether the relationship is in none of the slots, which hold relationships or lists of them.</summary>
    public static bool IsNew(GraphValue[] row, int[] slots, int relationship)
    {
        foreach (var slot in slots)
        {
            var taken = row[slot];
            if (taken.IsRelationshipReference ? taken.AsRelationshipReference() == relationship : taken.Kind == GraphValueKind.List && Contains(taken, relationship))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(GraphValue list, int relationship)
    {
        var items = list.AsList();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].IsRelationshipReference && items[i].AsRelationshipReference() == relationship)
            {
                return true;
            }
        }

        return false;
    }
}
