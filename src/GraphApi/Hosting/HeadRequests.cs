namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Answers HEAD wherever GET is answered (RFC 9110, 9.3.2): the request is handled as a GET, and the server, which knows the original method, sends no body.
/// </summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    /// <summary>Passes a HEAD on as a GET.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
