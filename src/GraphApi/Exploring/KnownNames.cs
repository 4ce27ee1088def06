using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphModel;

namespace Stemma.GraphApi.Exploring;

/// <summary>Labels and relationship types that a request may name: those of the schema and any others in the served graph.</summary>
internal static class KnownNames
{
    private static readonly string[] Types =
    [
        GraphSchema.Types.Introduces, GraphSchema.Types.BuildsOn, GraphSchema.Types.ComparesWith, GraphSchema.Types.EvaluatesOn, GraphSchema.Types.Uses,
        GraphSchema.Types.Addresses, GraphSchema.Types.Measures, GraphSchema.Types.Mentions, GraphSchema.Types.Reports, GraphSchema.Types.Cites,
        GraphSchema.Types.VariantOf, GraphSchema.Types.PartOf, GraphSchema.Types.Wrote, GraphSchema.Types.PublishedIn,
    ];

    private static readonly string[] Labels =
        [GraphSchema.Labels.Paper, GraphSchema.Labels.Concept, .. GraphSchema.Labels.ConceptTypes, GraphSchema.Labels.Author, GraphSchema.Labels.Venue];

    /// <summary>Splits a comma-separated list.</summary>
    public static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A 400 for the first word that is not a type or label, or null. The graph is queried only if the schema lacks a word.</summary>
    public static async Task<ProblemHttpResult?> FindUnknownAsync(
        ServedGraph graph, KeptAnswers answers, string? types, string? kinds, CancellationToken cancellationToken)
    {
        var (foreignTypes, foreignKinds) = (Split(types).Except(Types).ToArray(), Split(kinds).Except(Labels).ToArray());
        if (foreignTypes.Length + foreignKinds.Length == 0)
        {
            return null;
        }

        var stats = await StatsEndpoint.GetAsync(graph, answers, cancellationToken);
        return Unknown("types", "type of relationships", foreignTypes, Types, stats.ByType.Keys)
            ?? Unknown("kinds", "label of nodes", foreignKinds, Labels, stats.ByLabel.Keys);
    }

    private static ProblemHttpResult? Unknown(string parameter, string noun, string[] foreign, string[] own, IEnumerable<string> ofGraph)
    {
        string[] allowed = [.. own.Union(ofGraph)];
        return foreign.Except(allowed).FirstOrDefault() is { } unknown
            ? Problems.Make(
                StatusCodes.Status400BadRequest, $"request.{parameter}", $"{parameter} has '{unknown}', which is no {noun}; there are {string.Join(", ", allowed)}.",
                ("parameter", parameter), ("allowed", allowed))
            : null;
    }
}
