using System.Net;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Restricts the service to pages of this machine: a page of another site that resolves its name to 127.0.0.1 (DNS rebinding) is refused by
/// its Host header, and one that posts across sites by its Origin (OWASP, Cross-Site Request Forgery Prevention).
/// </summary>
internal sealed class LocalOnly(RequestDelegate next)
{
    private const string ContentSecurity =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The documentation page contains an inline script.</summary>
    private const string DocumentationSecurity =
        "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Checks the request and sets the headers of every response.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs") ? DocumentationSecurity : ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (!IsLocal(context.Request.Host.Host))
        {
            return Refuse(context, "host.refused", $"The host '{context.Request.Host}' is not this machine's own name.");
        }

        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == context.Request.Host.Value)
            ? next(context)
            : Refuse(context, "origin.refused", "Requests from pages of other sites are refused.");
    }

    private static bool IsLocal(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task Refuse(HttpContext context, string code, string detail) =>
        Problems.Make(StatusCodes.Status403Forbidden, code, detail).ExecuteAsync(context);
}
