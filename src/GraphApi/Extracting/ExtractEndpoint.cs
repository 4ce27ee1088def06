using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Explaining;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphApi.Extracting;

/// <summary>Extracts one pasted abstract; the graph is neither read nor changed.</summary>
internal static class ExtractEndpoint
{
    /// <summary>Shows the concepts, results and relations of a text, each with what the decision rests on.</summary>
    /// <param name="extractor">Reads texts; loaded at the first request.</param>
    /// <param name="request">Title and abstract.</param>
    /// <param name="clock">Measures.</param>
    public static Results<Ok<ExtractView>, ProblemHttpResult> Handle(Lazy<PaperExtractor> extractor, ExtractRequest request, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(request.Abstract) && string.IsNullOrWhiteSpace(request.Title))
        {
            return Problems.BadRequest("request.text", "There is no text to read.");
        }

        if ((request.Abstract?.Length ?? 0) + (request.Title?.Length ?? 0) > PastedText.MaxLength)
        {
            return Problems.BadRequest("request.text", $"The text is longer than {PastedText.MaxLength:N0} characters.");
        }

        var pasted = PastedText.Parse(request.Title, request.Abstract ?? "");
        var reader = extractor.Value;
        var started = clock.GetTimestamp();
        var explained = reader.Explain(pasted.Title, pasted.Abstract);
        return TypedResults.Ok(Describe(explained, clock.GetElapsedTime(started)));
    }

    private static ExtractView Describe(ExplainedExtraction explained, TimeSpan elapsed)
    {
        var concepts = explained.Extraction.Concepts;
        return new ExtractView(
            explained.Title,
            explained.Abstract,
            [.. concepts.Zip(explained.Concepts, (concept, why) => Describe(explained, concept, why))],
            [.. explained.Extraction.Results.Select(result => new ExtractedResultView(
                concepts[result.On].Name, result.Value, result.Unit, result.Metric, result.Delta, result.Of is { } of ? concepts[of].Name : null, result.By, result.Confidence))],
            [.. explained.Extraction.Relations.Select(relation => new ExtractedRelationView(
                concepts[relation.Head].Name, relation.Type, concepts[relation.Tail].Name, relation.By, relation.Confidence))],
            elapsed.TotalMilliseconds);
    }

    private static ExtractedConceptView Describe(ExplainedExtraction explained, ExtractedConcept concept, ConceptExplanation why)
    {
        var evidence = concept.Evidence;
        var text = evidence.Mention.Field == TextField.Title ? explained.Title : explained.Abstract;
        return new ExtractedConceptView(
            concept.Name, concept.Surfaces, [.. concept.Types.Select(type => type.ToString())], concept.Role.ToExportName(),
            concept.Confidence, why.TypeConfidence, why.RoleConfidence, concept.By, text[evidence.SentenceStart..evidence.SentenceEnd], Describe(evidence.Mention),
            [.. concept.Mentions.Select(Describe)],
            [.. why.Reasons.Select(reason => new ReasonView(
                JsonNamingPolicy.CamelCase.ConvertName(reason.Kind.ToString()), reason.Rule, reason.Sentence, reason.Where is { } where ? Describe(where) : null))]);
    }

    private static SpanView Describe(TextSpan span) => new(span.Field == TextField.Title ? "title" : "abstract", span.Start, span.End);
}
