using Microsoft.AspNetCore.OpenApi;

namespace Stemma.GraphApi.Hosting;

/// <summary>General information in the OpenAPI 3.1 document.</summary>
internal static class ApiDocument
{
    /// <summary>Sets title, version and summary.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(ParameterRules.DescribeAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Stemma";
            document.Info.Version = ServedGraph.Version;
            document.Info.Description =
                "Who builds on what, and how do we know? Papers, methods, datasets, benchmarks, tasks and metrics, each relation with the sentence that shows it. "
                + "Errors are problem details (RFC 9457) with a stable `code`.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    }
}
