using Stemma.Testing;
using System.Globalization;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Functions;

public sealed class DocumentationTests
{
    private static readonly string[] InstantForms = [".transaction", ".statement", ".realtime", ".truncate"];

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cypher.md"));

    [Fact]
    public void Every_function_and_aggregate_is_in_the_documentation()
    {
        var names = FunctionCatalog.All.Select(function => function.Name).Concat(AggregateCatalog.All.Select(function => function.Name));
        Assert.All(names, name => Assert.Contains($"`{Shown(name)}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_documentation_quotes_the_number_of_scenarios_that_pass()
    {
        var count = TckManifest.Read().Count.ToString("N0", CultureInfo.InvariantCulture);
        Assert.Contains($"openCypher TCK, {count} of 3,897 expanded scenarios", Page, StringComparison.Ordinal);
        Assert.Contains($"| **all** | **{count}** | **3,897** |", Page, StringComparison.Ordinal);
    }

    /// <summary>The page lists the forms of instant functions once for all of them.</summary>
    private static string Shown(string name) =>
        InstantForms.FirstOrDefault(form => name.EndsWith(form, StringComparison.Ordinal)) ?? name;
}
