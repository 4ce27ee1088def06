using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Where scenarios run: an engine with one graph, empty at first.</summary>
internal interface ITckDatabase
{
    /// <summary>Whether procedures can be declared.</summary>
    bool TakesProcedures { get; }

    /// <summary>Runs a statement to its end; throws <see cref="QueryException"/> for a fault.</summary>
    TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, bool isReadOnly, CancellationToken cancellationToken);

    /// <summary>What is observable of the graph now.</summary>
    GraphSnapshot Snapshot();

    /// <summary>Puts the graph away and takes it up again before a query under test, where the database is about that.</summary>
    void Settle();
}
