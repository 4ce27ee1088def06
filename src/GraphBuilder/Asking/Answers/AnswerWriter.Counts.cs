using System.Globalization;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <content>Sentences that count papers by year or by venue.</content>
internal static partial class AnswerWriter
{
    /// <summary>Years with fewer papers in the graph are not considered for the highest share.</summary>
    private const long FewestForShare = 100;

    /// <summary>How many papers there are, of which year most are, and in which year their share of all papers is highest. The answer has the numbers of each year.</summary>
    public static string Years(AskedNames asked, FoundRows found)
    {
        var (years, what) = (found.Years, CountedAs(asked));
        if (years.Count == 0)
        {
            return $"No paper in this graph {what.One}.";
        }

        var total = years.Sum(year => year.Papers);
        var most = years.Count > 1 ? "Most are" : total == 1 ? "It is" : "All are";
        var shares = years.Where(year => year.All >= FewestForShare).ToList();
        var share = years.Count == 1 && shares.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $", {(double)total / shares[0].All:P1} of all papers of that year")
            : shares.Count < 2 ? "" : Share(shares.MaxBy(year => (double)year.Papers / year.All)!);
        return $"{Count(total, $"paper {what.One}", $"papers {what.Many}")}. {most} of {years.MaxBy(year => year.Papers)!.Year}{share}.";
    }

    private static string Share(YearShare year) =>
        string.Create(CultureInfo.InvariantCulture, $"; their share of all papers of a year is highest in {year.Year} ({(double)year.Papers / year.All:P1})");

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
