using System.Globalization;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Names;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes an answer for people: the sentence, then each row with its evidence sentence.</summary>
/// <param name="results">Receives the answer.</param>
/// <param name="messages">Receives remarks on the answer: suggested questions, how much was cut.</param>
internal sealed class AnswerText(TextWriter results, TextWriter messages)
{
    /// <summary>Maximum number of suggestions; more would push the answer off the screen.</summary>
    private const int MostSuggestions = 5;

    /// <summary>Writes it.</summary>
    public void Write(AskAnswer answer)
    {
        results.WriteLine(answer.Answer);
        WriteYears(answer.Years);
        for (var at = 0; at < answer.Rows.Count; at++)
        {
            WriteRow(at + 1, answer.Rows[at]);
        }

        if (answer.Truncated)
        {
            messages.WriteLine($"{answer.Rows.Count:N0} of {answer.Total:N0} shown; --limit 0 shows all");
        }

        if (answer.OtherSenses.Count > 0)
        {
            messages.WriteLine($"The name also stands for: {string.Join(", ", answer.OtherSenses.Select(sense => $"{AskedNames.NameOf(sense)} ({AskedNames.IdOf(sense)})"))}");
        }

        if (answer.Suggestions.Count > 0)
        {
            messages.WriteLine(answer.Cypher is null ? "Questions to ask instead:" : "Questions to ask next:");
            foreach (var question in answer.Suggestions.Take(MostSuggestions))
            {
                messages.WriteLine($"  {question}");
            }
        }
    }

    /// <summary>A line for each year: its papers, all papers of the year, and the share.</summary>
    private void WriteYears(IReadOnlyList<YearShare> years)
    {
        if (years.Count > 0)
        {
            results.WriteLine();
        }

        foreach (var (year, papers, all) in years)
        {
            results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {year} {papers,7:N0} of {all,7:N0} {(double)papers / all,8:P1}"));
        }
    }

    private void WriteRow(int number, AskRow row)
    {
        var year = row.Year is { } known ? $" ({known})" : "";
        var via = row.Via is { } between ? $", via {between}" : "";
        var confidence = row.Confidence is { } share ? $", {Percent.Of(share)}" : "";
        results.WriteLine($"\n{number,3}. {row.Title}{year}");
        results.WriteLine($"     {row.Id}{(row.Relation is { } relation ? $", {relation}" : "")}{via}{confidence}");
        if (row.Result is { } result)
        {
            results.WriteLine($"     reports {result}{(row.Of is { } of ? $" by {of}" : "")}");
        }

        if (row.Authors.Count > 0)
        {
            results.WriteLine($"     {string.Join(", ", row.Authors)}");
        }

        if (row.Evidence is { } evidence)
        {
            results.WriteLine($"     “{evidence}”");
        }
    }
}
