using System.Security.Cryptography;
using System.Text;
using Stemma.GraphBuilder;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Cli;
using Stemma.GraphBuilder.Cli.Progress;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Provides the requested graph: opens a graph file or a server, or builds a graph of papers once and stores it in the user's cache folder under
/// a name derived from their content, so that the next start only opens it.
/// </summary>
internal sealed class GraphSource(CommandConsole console, TimeProvider clock)
{
    /// <summary>Opens or builds the graph. Throws like <see cref="GraphOpener"/> and <see cref="Pipeline"/>.</summary>
    public async Task<ServedGraph> OpenAsync(ServeRequest request, CancellationToken cancellationToken)
    {
        if (request.Inputs is [var only] && (Neo4jAddress.LooksLike(only) || IsGraphFile(only)))
        {
            return new ServedGraph(await GraphOpener.OpenAsync(only, request.Login, isWritable: false, clock, cancellationToken), Neo4jAddress.LooksLike(only) ? only : Path.GetFileName(only));
        }

        var papers = request.Inputs.Count > 0 ? request.Inputs : SampleCorpus();
        var file = CachedFile(papers, LinkOverrides.UsualFile);
        if (!File.Exists(file))
        {
            Build(papers, file, cancellationToken);
        }

        var name = request.Inputs.Count > 0 ? string.Join(", ", papers.Select(Path.GetFileName)) : "sample corpus";
        return new ServedGraph(await GraphOpener.OpenAsync(file, ServerLogin.None, isWritable: false, clock, cancellationToken), name);
    }

    private void Build(IReadOnlyList<string> papers, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var request = new BuildRequest(papers, file);
        var result = BuildProgress.Run(console, clock, progress => Pipeline.LoadShipped(LinkOverrides.ReadUsual(), clock).Run(request, progress, cancellationToken));
        new ReadingReportText(console.Messages).Write(result.Report);
    }

    /// <summary>Recognised by name, so that a damaged file is reported as damaged, or by the signature of its container.</summary>
    private static bool IsGraphFile(string path) => path.EndsWith(".stemma", StringComparison.OrdinalIgnoreCase) || GraphFile.HasContainerMark(path);

    private static string[] SampleCorpus() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "sample"), "*.jsonl");

    /// <summary>The name depends on the content of the input, on the user's decisions on names, and on the version of the program that reads them.</summary>
    internal static string CachedFile(IReadOnlyList<string> papers, string overrides)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(typeof(Pipeline).Assembly.ManifestModule.ModuleVersionId.ToString()));
        foreach (var file in papers)
        {
            if (File.Exists(file))
            {
                using var stream = File.OpenRead(file);
                hash.AppendData(SHA256.HashData(stream));
            }
        }

        if (File.Exists(overrides))
        {
            hash.AppendData("overrides"u8);
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(overrides)));
        }

        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "stemma");
        return Path.Combine(folder, $"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12))}.stemma");
    }
}
