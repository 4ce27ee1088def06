using System.Text;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Explaining;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes an explained extraction for people: the text with its mentions in brackets, numbered like the list of concepts below it.</summary>
/// <param name="results">Receives it.</param>
internal sealed class ExtractionText(TextWriter results)
{
    /// <summary>Writes it.</summary>
    public void Write(ExplainedExtraction explained)
    {
        if (explained.Title.Length > 0)
        {
            results.WriteLine($"{Mark(explained, TextField.Title)}\n");
        }

        results.WriteLine(Mark(explained, TextField.Abstract));
        var concepts = explained.Extraction.Concepts;
        for (var at = 0; at < concepts.Count; at++)
        {
            WriteConcept(at + 1, concepts[at], explained.Concepts[at]);
        }

        if (concepts.Count == 0)
        {
            results.WriteLine("\nNo concepts found.");
        }

        WriteResults(explained.Extraction);
        WriteRelations(explained.Extraction);
    }

    private static string Mark(ExplainedExtraction explained, TextField field)
    {
        var text = field == TextField.Title ? explained.Title : explained.Abstract;
        var mentions = explained.Extraction.Concepts
            .SelectMany((concept, at) => concept.Mentions.Where(mention => mention.Field == field).Select(mention => (mention, Number: at + 1)))
            .OrderBy(entry => entry.mention.Start);
        var marked = new StringBuilder();
        var done = 0;
        foreach (var (mention, number) in mentions)
        {
            if (mention.Start >= done)
            {
                marked.Append(text, done, mention.Start - done).Append('[').Append(text, mention.Start, mention.End - mention.Start).Append("]^").Append(number);
                done = mention.End;
            }
        }

        return marked.Append(text, done, text.Length - done).ToString();
    }

    private void WriteConcept(int number, ExtractedConcept concept, ConceptExplanation why)
    {
        var otherNames = concept.Surfaces.Where(surface => surface != concept.Name).ToArray();
        results.WriteLine($"\n{number,3}. {concept.Name}{(otherNames.Length > 0 ? $" ({string.Join(", ", otherNames)})" : "")}");
        results.WriteLine(
            $"     {string.Join(" and ", concept.Types)} {Percent.Of(why.TypeConfidence)}, {concept.Role.ToExportName()} {Percent.Of(why.RoleConfidence)}, by {concept.By}");
        var decisive = why.Reasons.Where(reason => reason.Kind != ReasonKind.OtherCue).ToArray();
        foreach (var reason in decisive)
        {
            results.WriteLine($"     - {reason.Sentence} ({reason.Rule})");
        }

        if (decisive.Length == 0)
        {
            results.WriteLine("     - no lexicon entry, definition or cue: the trained model decided from the words around");
        }

        var others = why.Reasons.Where(reason => reason.Kind == ReasonKind.OtherCue).Select(reason => reason.Rule).Distinct().ToArray();
        if (others.Length > 0)
        {
            results.WriteLine($"     - weighed and not taken: {string.Join(", ", others)}");
        }
    }

    private void WriteResults(PaperExtraction extraction)
    {
        WriteHeading("Results", extraction.Results.Count);
        foreach (var result in extraction.Results)
        {
            var figure = ResultFigure.Print(result.Value, result.Unit, result.Delta);
            var metric = result.Metric is { } name ? $" {name}" : "";
            var delta = result.Delta is { } change && !ResultFigure.IsChange(result.Value, change) ? $", {change:+0.###;-0.###} against before" : "";
            var of = result.Of is { } method ? $", reached by {extraction.Concepts[method].Name}" : "";
            results.WriteLine($"     {extraction.Concepts[result.On].Name}: {figure}{metric}{delta}{of} ({result.By}, {Percent.Of(result.Confidence)})");
        }
    }

    private void WriteRelations(PaperExtraction extraction)
    {
        WriteHeading("Relations", extraction.Relations.Count);
        foreach (var relation in extraction.Relations)
        {
            results.WriteLine(
                $"     {extraction.Concepts[relation.Head].Name} {relation.Type} {extraction.Concepts[relation.Tail].Name} ({relation.By}, {Percent.Of(relation.Confidence)})");
        }
    }

    private void WriteHeading(string name, int count)
    {
        if (count > 0)
        {
            results.WriteLine($"\n     {name}");
        }
    }
}
