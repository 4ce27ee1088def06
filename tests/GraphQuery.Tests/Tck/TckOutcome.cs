using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>What a query gave: rows, or a fault.</summary>
/// <param name="Columns">Names, in order.</param>
/// <param name="Rows">Detached values.</param>
/// <param name="Fault">The fault, or null.</param>
internal sealed record TckOutcome(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<GraphValue>> Rows, QueryException? Fault);
