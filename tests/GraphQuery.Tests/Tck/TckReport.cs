using System.Globalization;
using System.Text;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The outcome of the whole suite: a table by category, and the list of failures with their reasons.</summary>
/// <param name="Results">The reason why each scenario failed, null if it passed; in the order of the feature files.</param>
internal sealed record TckReport(IReadOnlyList<(TckScenario Scenario, string? Failure)> Results)
{
    /// <summary>Ids of the scenarios that passed.</summary>
    public IEnumerable<string> Passed => Results.Where(result => result.Failure is null).Select(result => result.Scenario.Id);

    /// <summary><c>openCypher TCK, 3,800 of 3,897 expanded scenarios</c>.</summary>
    public string Headline => string.Create(
        CultureInfo.InvariantCulture, $"openCypher TCK, {Passed.Count():N0} of {Results.Count:N0} expanded scenarios");

    /// <summary>A Markdown table of the number of passed and of all scenarios per category.</summary>
    public string Table()
    {
        var text = new StringBuilder("| category | pass | of |\n|---|--:|--:|\n");
        foreach (var category in Results.GroupBy(result => result.Scenario.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {category.Key} | {category.Count(r => r.Failure is null):N0} | {category.Count():N0} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"| **all** | **{Passed.Count():N0}** | **{Results.Count:N0}** |\n").ToString();
    }

    /// <summary>One line per failure.</summary>
    public string FailureList() =>
        string.Concat(Results.Where(result => result.Failure is not null).Select(result => $"{result.Scenario.Id}: {result.Failure!.ReplaceLineEndings(" ")}\n"));
}
