using System.Runtime.ExceptionServices;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Sorts lists so long that a query may have to end meanwhile.</summary>
internal static class StoppableSort
{
    /// <summary>Sorts in place, not stably; what <paramref name="tick"/> throws comes through as it is.</summary>
    /// <param name="items">What is sorted.</param>
    /// <param name="order">By what.</param>
    /// <param name="tick">Called before each comparison.</param>
    public static void Sort<T>(List<T> items, IComparer<T> order, Action tick)
    {
        try
        {
            items.Sort((x, y) =>
            {
                tick();
                return order.Compare(x, y);
            });
        }
        catch (InvalidOperationException fault) when (fault.InnerException is CypherException or OperationCanceledException)
        {
            // The framework wraps whatever a comparison throws.
            ExceptionDispatchInfo.Throw(fault.InnerException);
        }
    }
}
