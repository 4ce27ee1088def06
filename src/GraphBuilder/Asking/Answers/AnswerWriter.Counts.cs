using System.Globalization;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <content>Sentences that count papers by year or by venue.</content>
internal static partial class AnswerWriter
{
    /// <summary>Number of years listed one by one, the newest.</summary>
    private const int MostYears = 8;

    /// <summary>Years with fewer papers in the graph are not considered for the highest share.</summary>
    private const long FewestForShare = 100;

    /// <summary>
    /// The papers of each year beside all papers of that year in the graph. Counts alone would mislead, because the graph has more papers of some years than of others.
    /// </summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="found">The first paper of each year, with the number of papers of that year.</param>
    /// <param name="all">The number of papers in the graph by year.</param>
    public static string Years(AskedNames asked, FoundRows found, IReadOnlyDictionary<int, long> all)
    {
        var (rows, what) = (found.AllRows, CountedAs(asked));
        if (rows.Count == 0)
        {
            return $"No paper in this graph {what.One}.";
        }

        var told = rows.Skip(Math.Max(0, rows.Count - MostYears)).ToList();
        var earlier = rows.Take(rows.Count - told.Count).Sum(row => row.Papers ?? 0);
        var before = earlier == 0 ? "" : $"{Number(earlier)} before {told[0].Year}, ";
        var most = rows.MaxBy(row => row.Papers)!;
        var shares = rows.Where(row => all.GetValueOrDefault(row.Year ?? 0) >= FewestForShare).ToList();
        var share = shares.Count < 2 ? "" : Share(shares.MaxBy(row => ShareOf(row, all))!, all);
        return $"{Count(rows.Sum(row => row.Papers ?? 0), $"paper {what.One}", $"papers {what.Many}")}, of all that this graph has of each year: {before}{Join([.. told.Select(row => $"{Number(row.Papers ?? 0)} of {Number(all.GetValueOrDefault(row.Year ?? 0))} in {row.Year}")], "and")}."
            + (rows.Count == 1 ? "" : $" Most are of {most.Year}{share}.");
    }

    private static string Share(AskRow row, IReadOnlyDictionary<int, long> all) => string.Create(CultureInfo.InvariantCulture, $"; their share is highest in {row.Year} ({ShareOf(row, all):P1})");

    private static double ShareOf(AskRow row, IReadOnlyDictionary<int, long> all) => (row.Papers ?? 0) / (double)all[row.Year!.Value];

    /// <summary>What the counted papers do, as a verb phrase in the singular and in the plural.</summary>
    private static (string One, string Many) CountedAs(AskedNames asked)
    {
        var name = asked.Main.Senses.Count == 0 ? asked.Main.Name : Some([.. asked.Main.Senses.Select(AskedNames.NameOf)]);
        string With(int total) => asked.Question.Kind switch
        {
            QuestionKind.MostNamed => total == 1 ? "is here" : "are here",
            QuestionKind.ByAuthor => $"{(total == 1 ? "is" : "are")} by {name}",
            QuestionKind.Worded => $"{(total == 1 ? "has" : "have")} the words “{name}” in the title or abstract",
            QuestionKind.Cites => $"{(total == 1 ? "cites" : "cite")} the paper that introduced {name}",
            QuestionKind.Measures => $"{(total == 1 ? "measures" : "measure")} {name}",
            var kind => $"{AlsoVerb(kind, total)} {name}",
        } + Also(asked, total) + Except(asked) + Limits(asked.Question.Filters);
        return (With(1), With(2));
    }

    /// <summary>The venues of the papers, as far as their records name one.</summary>
    private static string Venues(FoundRows found, AskedNames asked, string papers)
    {
        var (rows, when, count) = (found.AllRows, Also(asked, 2) + Except(asked) + Limits(asked.Question.Filters), found.AllRows.Sum(row => row.Papers ?? 0));
        return rows.Count == 0
            ? $"This graph knows of no venue of papers {papers}{when}; many papers have none in their records."
            : $"Of papers {papers}{when}, {(count == 1 ? "1 has" : $"{Number(count)} have")} a venue here: {WithPapers(found)}{(found.Total > FewTold ? $", and {Count(found.Total - FewTold, "more venue", "more venues")}" : "")}. Papers whose record names no venue are left out.";
    }
}
