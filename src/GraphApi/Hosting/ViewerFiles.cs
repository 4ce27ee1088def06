using Microsoft.Extensions.FileProviders;

namespace Stemma.GraphApi.Hosting;

/// <summary>Serves the built viewer from the folder beside the program, or a sentence that it is missing.</summary>
internal static class ViewerFiles
{
    /// <summary>Message of the page and the console if the viewer was not built.</summary>
    public const string Absent = "The viewer was not built because Node.js 20 was not found; the API is at /docs.";

    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>The folder of the viewer.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Whether the viewer was built.</summary>
    public static bool Exist => File.Exists(Path.Combine(Folder, "index.html"));

    /// <summary>Maps the files. Names under <c>assets/</c> contain a hash of their content, so they may be cached for ever; everything else is revalidated.</summary>
    public static void UseViewerFiles(this WebApplication app)
    {
        if (!Exist)
        {
            app.MapGet("/", () => TypedResults.Text(Absent)).ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(Folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets") ? Immutable : "no-cache",
        });
    }
}
