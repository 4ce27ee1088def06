using System.Runtime.ExceptionServices;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Sorts lists so long that the query may be cancelled or time out during the sort.</summary>
internal static class StoppableSort
{
    /// <summary>Sorts in place, not stably; an exception thrown by <paramref name="tick"/> is rethrown unwrapped.</summary>
    /// <param name="items">List to sort.</param>
    /// <param name="order">Sort order.</param>
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
            // The framework wraps whatever a comparison throws in an InvalidOperationException.
            ExceptionDispatchInfo.Throw(fault.InnerException);
        }
    }
}
