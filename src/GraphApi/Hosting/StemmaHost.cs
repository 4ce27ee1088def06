using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.ResponseCompression;
using Scalar.AspNetCore;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Exploring;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphApi.Hosting;

/// <summary>Assembles the service: services, then middleware in the order in which a request passes it, then routes.</summary>
internal static class StemmaHost
{
    private const long LargestBody = 1 << 20;

    /// <summary>Builds the service for one graph, ready to run on 127.0.0.1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="port">Port; 0 for a free one.</param>
    public static WebApplication Build(ServedGraph graph, int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // A host that cannot start throws, and the command line reports the reason in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Listen(IPAddress.Loopback, port);
        });

        builder.Services.AddSingleton(graph);
        builder.Services.AddSingleton(new LineageFinder(graph.Database));
        builder.Services.AddSingleton(services => new NameSpeller(graph.Database, graph.IsFixed ? null : services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new Asker(graph.Database, services.GetRequiredService<NameSpeller>()));
        builder.Services.AddSingleton<NameSearch>();
        builder.Services.AddSingleton(new Lazy<PaperExtractor>(PaperExtractor.LoadShipped));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddHostedService<WarmUp>();
        builder.Services.AddOutputCache(FixedAnswers.Configure);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddSingleton<StatementLimit>(_ => new StatementLimit());
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<FaultHandler>();
        // A lambda, not a method group: only then are the XML docs of the handlers compiled in.
        builder.Services.AddOpenApi(options => ApiDocument.Describe(options));
        builder.Services.AddResponseCompression(Compress);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);

        var app = builder.Build();
        app.UseMiddleware<LocalOnly>();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseViewerFiles();
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", page => page.WithTitle("Stemma API").DisableDefaultFonts().HideClientButton().DisableAgent().HideDeveloperTools());
        app.MapStemma();
        return app;
    }

    /// <summary>The port to listen on: the requested one, or else the default, or else any free one.</summary>
    public static int ChoosePort(int? asked)
    {
        if (asked is { } port)
        {
            return port;
        }

        using var probe = new TcpListener(IPAddress.Loopback, ServeRequest.DefaultPort);
        try
        {
            probe.Start();
            return ServeRequest.DefaultPort;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static void Compress(ResponseCompressionOptions options)
    {
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "text/javascript"];
    }
}
