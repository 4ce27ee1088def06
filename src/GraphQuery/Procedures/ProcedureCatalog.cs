namespace Stemma.GraphQuery.Procedures;

/// <summary>The procedures that queries can call, by name, ignoring case. Immutable.</summary>
/// <param name="procedures">Names must differ.</param>
public sealed class ProcedureCatalog(params IEnumerable<IProcedure> procedures)
{
    private readonly Dictionary<string, IProcedure> _procedures = procedures.ToDictionary(procedure => procedure.Signature.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>No procedures.</summary>
    public static ProcedureCatalog Empty { get; } = new();

    /// <summary>This catalog with the schema procedures, the engine's own catalog and the filtered listings; existing procedures take precedence over built-in ones.</summary>
    public ProcedureCatalog WithBuiltIn()
    {
        var builtIn = SchemaProcedures.All.Concat(new CatalogProcedures(this).All).Where(procedure => !_procedures.ContainsKey(procedure.Signature.Name));
        var whole = new ProcedureCatalog(_procedures.Values.Concat(builtIn));
        return new ProcedureCatalog(whole._procedures.Values.Concat(ListedParts.Of(whole)));
    }

    /// <summary>Every procedure, sorted by name.</summary>
    public IReadOnlyList<IProcedure> All => [.. _procedures.Values.OrderBy(procedure => procedure.Signature.Name, StringComparer.Ordinal)];

    /// <summary>The procedure of this name.</summary>
    public bool TryFind(string name, out IProcedure procedure) => _procedures.TryGetValue(name, out procedure!);
}
