using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Stemma.GraphModel.Database;

namespace Stemma.GraphApi.Hosting;

/// <summary>Problem details (RFC 9457) with a stable code.</summary>
internal static class Problems
{
    /// <summary>404 for an id that is not in the graph.</summary>
    public static ProblemHttpResult NotFound(string kind, string id) =>
        Make(StatusCodes.Status404NotFound, $"{kind}.not-found", $"There is no {kind} with the id '{id}' in this graph.");

    /// <summary>400 for an invalid request.</summary>
    public static ProblemHttpResult BadRequest(string code, string detail) => Make(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>Any problem.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="detail">One sentence.</param>
    /// <param name="extensions">Further members.</param>
    public static ProblemHttpResult Make(int status, string code, string detail, params ReadOnlySpan<(string Name, object? Value)> extensions)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (name, value) in extensions)
        {
            members[name] = value;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: members);
    }

    /// <summary>The status for a fault of a query, by its code.</summary>
    public static int StatusOf(QueryException fault) => fault.Code.Split('.')[0] switch
    {
        "AccessModeError" => StatusCodes.Status403Forbidden,
        "TimeoutError" => StatusCodes.Status504GatewayTimeout,
        "MemoryLimitError" => StatusCodes.Status413PayloadTooLarge,
        _ when fault.Code.EndsWith("AccessMode", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>Turns exceptions of endpoints into problems: a query's fault, an unreachable server, a bug.</summary>
internal sealed class FaultHandler(IProblemDetailsService writer, ILogger<FaultHandler> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var problem = Describe(exception, httpContext);
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    private ProblemDetails Describe(Exception exception, HttpContext httpContext)
    {
        switch (exception)
        {
            case QueryException fault:
                return Of(Problems.StatusOf(fault), fault.Code, fault.Message);
            case GraphUnavailableException unavailable:
                return Of(StatusCodes.Status503ServiceUnavailable, "graph.unavailable", unavailable.Message);
            case BadHttpRequestException bad:
                return Of(bad.StatusCode, "request.malformed", MalformedRequest.Describe(bad, httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint));
            default:
                log.LogError(exception, "Unhandled fault in {Path}", httpContext.Request.Path);
                return Of(StatusCodes.Status500InternalServerError, "internal", $"Something went wrong here; the trace id is {httpContext.TraceIdentifier}.");
        }
    }

    private static ProblemDetails Of(int status, string code, string detail) =>
        new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };
}
