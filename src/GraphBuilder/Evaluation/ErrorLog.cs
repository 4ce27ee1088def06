using System.Globalization;
using System.Text;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>The errors of an evaluation by kind, each with its places.</summary>
public sealed class ErrorLog
{
    /// <summary>Number of kinds that the report shows.</summary>
    private const int ShownKinds = 10;

    private readonly Dictionary<string, List<string>> _places = new(StringComparer.Ordinal);

    /// <summary>Number of errors of a kind.</summary>
    public int CountOf(string kind) => _places.GetValueOrDefault(kind)?.Count ?? 0;

    /// <summary>The ten most frequent kinds with some places each, ordered by paper id.</summary>
    /// <param name="places">Maximum number of places per kind.</param>
    public string ToString(int places)
    {
        var report = new StringBuilder();
        foreach (var (kind, all) in _places.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(ShownKinds))
        {
            report.Append(CultureInfo.InvariantCulture, $"\n{all.Count,6}  {kind}\n");
            foreach (var place in all.Order(StringComparer.Ordinal).Take(places))
            {
                report.Append(CultureInfo.InvariantCulture, $"        {place}\n");
            }
        }

        return report.ToString();
    }

    /// <summary>Records an error.</summary>
    /// <param name="kind">The kind of error: "Method missed".</param>
    /// <param name="paper">Id of the paper.</param>
    /// <param name="what">The specific error.</param>
    internal void Add(string kind, string paper, string what)
    {
        if (!_places.TryGetValue(kind, out var places))
        {
            _places.Add(kind, places = []);
        }

        places.Add($"{paper}: {what}");
    }
}
