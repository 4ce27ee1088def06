using Gherkin;
using Gherkin.Ast;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Reads the scenarios of feature files, expanded and in file order.</summary>
internal static class FeatureReader
{
    /// <summary>All scenarios in a folder of features, sorted by path.</summary>
    public static IReadOnlyList<TckScenario> ReadAll(string featuresDirectory) =>
    [
        .. Directory.EnumerateFiles(featuresDirectory, "*.feature", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Read(path, Path.GetRelativePath(featuresDirectory, path).Replace('\\', '/'))),
    ];

    private static IEnumerable<TckScenario> Read(string path, string relativePath)
    {
        var feature = new Parser().Parse(path).Feature;
        var prefix = relativePath[..^".feature".Length];
        var category = prefix[..prefix.LastIndexOf('/')];
        var background = feature.Children.OfType<Background>().SelectMany(b => b.Steps).ToArray();
        var seen = new Dictionary<string, int>();
        foreach (var scenario in feature.Children.OfType<Scenario>())
        {
            var id = $"{prefix} {Number(scenario.Name, seen)}";
            var tags = scenario.Tags.Select(tag => tag.Name).ToArray();
            Step[] steps = [.. background, .. scenario.Steps];
            foreach (var (suffix, values) in Examples(scenario))
            {
                yield return new TckScenario(id + suffix, category, tags, [.. steps.Select(step => Expand(step, values))]);
            }
        }
    }

    /// <summary>The bracketed number at the start of every scenario's name; a repeated number gets a letter.</summary>
    private static string Number(string name, Dictionary<string, int> seen)
    {
        var number = name[..(name.IndexOf(']', StringComparison.Ordinal) + 1)];
        seen[number] = seen.GetValueOrDefault(number) + 1;
        return seen[number] == 1 ? number : $"{number[..^1]}{(char)('a' + seen[number] - 1)}]";
    }

    private static IEnumerable<(string Suffix, IReadOnlyList<KeyValuePair<string, string>> Values)> Examples(Scenario scenario)
    {
        if (!scenario.Examples.Any())
        {
            yield return ("", []);
            yield break;
        }

        var index = 0;
        foreach (var examples in scenario.Examples)
        {
            var names = examples.TableHeader.Cells.Select(cell => $"<{cell.Value}>").ToArray();
            foreach (var row in examples.TableBody)
            {
                yield return ($" #{++index}", [.. names.Zip(row.Cells, (name, cell) => KeyValuePair.Create(name, cell.Value))]);
            }
        }
    }

    private static TckStep Expand(Step step, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        string Fill(string text) => values.Aggregate(text, (filled, pair) => filled.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

        return new TckStep(
            Fill(step.Text),
            step.DocString is { } text ? Fill(text.Content) : null,
            [.. (step.DataTable?.Rows ?? []).Select(row => row.Cells.Select(cell => Fill(cell.Value)).ToArray())]);
    }
}
