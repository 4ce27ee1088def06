using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The system under test: an engine with one graph, initially empty.</summary>
internal interface ITckDatabase
{
    /// <summary>Whether procedures can be declared.</summary>
    bool TakesProcedures { get; }

    /// <summary>Runs a statement to completion; throws <see cref="QueryException"/> for an error.</summary>
    TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, bool isReadOnly, CancellationToken cancellationToken);

    /// <summary>The observable state of the graph.</summary>
    GraphSnapshot Snapshot();

    /// <summary>Called before each query under test, for databases that store and reload their graph.</summary>
    void Settle();
}
