using System.Globalization;
using System.Text;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>What an evaluation found wrong, by kind, each with its places.</summary>
public sealed class ErrorLog
{
    /// <summary>How many kinds the report shows.</summary>
    private const int ShownKinds = 10;

    private readonly Dictionary<string, List<string>> _places = new(StringComparer.Ordinal);

    /// <summary>How often a kind was noted.</summary>
    public int CountOf(string kind) => _places.GetValueOrDefault(kind)?.Count ?? 0;

    /// <summary>The ten most frequent kinds with some places each, the first by id of the paper.</summary>
    /// <param name="places">Most places a kind.</param>
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

    /// <summary>Notes an error.</summary>
    /// <param name="kind">What is wrong in general: "missed Method".</param>
    /// <param name="paper">Id of the paper.</param>
    /// <param name="what">What is wrong there.</param>
    internal void Add(string kind, string paper, string what)
    {
        if (!_places.TryGetValue(kind, out var places))
        {
            _places.Add(kind, places = []);
        }

        places.Add($"{paper}: {what}");
    }
}
