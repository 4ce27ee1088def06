using System.Text.RegularExpressions;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Damages queries: drops, duplicates, swaps or replaces tokens, or inserts tokens of other queries. The same seed gives the same damage.</summary>
/// <param name="queries">Source of replacements.</param>
/// <param name="seed">Seed of the random numbers.</param>
internal sealed partial class QueryMutator(IReadOnlyList<string> queries, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A query with one to three places changed.</summary>
    public string Mutate(string query)
    {
        var tokens = Token().Matches(query).Select(match => match.Value).ToList();
        for (var changes = _random.Next(1, 4); changes > 0 && tokens.Count > 1; changes--)
        {
            var at = _random.Next(tokens.Count);
            switch (_random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    var other = _random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens[at] = Foreign();
                    break;
                default:
                    tokens.Insert(at, " " + Foreign() + " ");
                    break;
            }
        }

        return string.Concat(tokens);
    }

    private string Foreign()
    {
        var tokens = Token().Matches(queries[_random.Next(queries.Count)]);
        return tokens[_random.Next(tokens.Count)].Value;
    }

    [GeneratedRegex(@"\w+|'(?:[^'\\]|\\.)*'|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
