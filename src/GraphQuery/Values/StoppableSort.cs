using System.Runtime.ExceptionServices;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Sorts lists so long that a query may have to stop meanwhile.</summary>
internal static class StoppableSort
{
    /// <summary>Sorts in place, not stably; exceptions of <paramref name="tick"/> are rethrown unwrapped.</summary>
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
            // The framework wraps whatever a comparison throws.
            ExceptionDispatchInfo.Throw(fault.InnerException);
        }
    }
}
