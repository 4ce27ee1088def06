using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The outcome of a query: rows, or an error.</summary>
/// <param name="Columns">Names, in order.</param>
/// <param name="Rows">Detached values.</param>
/// <param name="Fault">The error, or null.</param>
internal sealed record TckOutcome(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<GraphValue>> Rows, QueryException? Fault);
