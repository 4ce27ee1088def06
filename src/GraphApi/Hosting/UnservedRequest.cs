using Microsoft.AspNetCore.Http.HttpResults;

namespace Stemma.GraphApi.Hosting;

/// <summary>Explains why a request under <c>/api</c> is not served: no such route, another method, or a body that is not JSON.</summary>
internal static class UnservedRequest
{
    /// <summary>404, 405 with <c>Allow</c>, or 415.</summary>
    public static ProblemHttpResult Answer(HttpContext context, EndpointDataSource routes)
    {
        var path = context.Request.Path.Value ?? "";
        var methods = routes.Endpoints.OfType<RouteEndpoint>()
            .Where(route => string.Equals(route.RoutePattern.RawText, path, StringComparison.OrdinalIgnoreCase))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .SelectMany(method => HttpMethods.IsGet(method) ? [HttpMethods.Get, HttpMethods.Head] : new[] { method })
            .Distinct(StringComparer.Ordinal).ToArray();
        if (methods.Length == 0)
        {
            return Problems.Make(StatusCodes.Status404NotFound, "route.not-found", $"There is no route {path}; /docs lists them all.");
        }

        if (methods.Contains(context.Request.Method, StringComparer.Ordinal))
        {
            return Problems.Make(StatusCodes.Status415UnsupportedMediaType, "request.media-type", $"{path} takes a body of the type application/json.");
        }

        context.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.Make(
            StatusCodes.Status405MethodNotAllowed, "request.method", $"{path} takes {string.Join(", ", methods)}, not {context.Request.Method}.");
    }
}
