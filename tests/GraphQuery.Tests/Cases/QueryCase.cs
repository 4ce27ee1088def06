using Stemma.Testing;
using System.Text;

namespace Stemma.GraphQueryTests.Cases;

/// <summary>
/// A case of a case file: a name, a query, and its expected result. A file starts with the statements that create its graph; each case starts with
/// <c>== name</c>, then has parameters as lines <c>$name = value</c>, the query, <c>---</c>, and the expected table, plan or error.
/// </summary>
/// <param name="Name">What the case demonstrates.</param>
/// <param name="Parameters">Parameter lines.</param>
/// <param name="Query">Cypher.</param>
/// <param name="Expected">Text, without trailing white space.</param>
internal sealed record QueryCase(string Name, IReadOnlyList<string> Parameters, string Query, string Expected)
{
    /// <summary>Parses a case.</summary>
    public static QueryCase Parse(string text)
    {
        var lines = text.Split('\n');
        var body = lines.Skip(1).ToList();
        var parameters = body.TakeWhile(line => line.StartsWith('$')).ToArray();
        var end = body.IndexOf("---");
        return end < 0
            ? throw new FormatException($"The case '{lines[0]}' has no line '---'.")
            : new QueryCase(
                lines[0].Trim(),
                parameters,
                string.Join('\n', body[parameters.Length..end]),
                string.Join('\n', body[(end + 1)..]).TrimEnd());
    }

    /// <summary>Prints the case as it is parsed.</summary>
    public string Print()
    {
        var text = new StringBuilder($"== {Name}\n");
        foreach (var parameter in Parameters)
        {
            text.Append(parameter).Append('\n');
        }

        return text.Append(Query).Append("\n---\n").Append(Expected).Append('\n').ToString();
    }
}

/// <summary>A case file: statements that create the graph, separated by semicolons, and the cases.</summary>
internal sealed record QueryCaseFile(string Path, string Setup, IReadOnlyList<QueryCase> Cases)
{
    /// <summary>All case files.</summary>
    public static IEnumerable<QueryCaseFile> All => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "tests", "GraphQuery.Tests", "Cases"), "*.case")
        .Order(StringComparer.Ordinal)
        .Select(Read);

    /// <summary>The statements that create the graph.</summary>
    public IEnumerable<string> Statements => string.Join('\n', Setup.Split('\n').Where(line => !line.StartsWith('#')))
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads a file.</summary>
    public static QueryCaseFile Read(string path)
    {
        var parts = ("\n" + File.ReadAllText(path)).Split("\n== ");
        return new QueryCaseFile(path, parts[0].Trim('\n'), [.. parts.Skip(1).Select(QueryCase.Parse)]);
    }

    /// <summary>Writes the file with other cases.</summary>
    public void Write(IEnumerable<QueryCase> cases) => File.WriteAllText(Path, $"{Setup}\n\n{string.Join('\n', cases.Select(queryCase => queryCase.Print()))}");
}
