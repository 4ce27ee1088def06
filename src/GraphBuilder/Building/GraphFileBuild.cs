using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel.Papers;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Building;

/// <summary>
/// The file side of a build: the existing graph, if it is appended to, and its replacement. Locks the file from the start, so that two builds
/// do not collide at the end, and replaces it atomically at the end.
/// </summary>
internal sealed class GraphFileBuild : IDisposable
{
    // Papers whose records and extractions are written per batch.
    private const int BatchSize = 1024;

    private readonly GraphFile? _before;
    private readonly GraphFileWriter _writer;
    private readonly BuildRequest _request;
    private readonly CancellationTokenSource _stop = new();
    private Task _papers = Task.CompletedTask;

    private GraphFileBuild(BuildRequest request)
    {
        _request = request;
        RefuseToReplaceOtherFiles(request.Output);
        _writer = GraphFileWriter.Create(request.Output);
        try
        {
            _before = request.Append && File.Exists(request.Output) ? GraphFile.Open(request.Output) : null;
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    /// <summary>Acquires the lock, and opens the graph that is appended to.</summary>
    public static GraphFileBuild Begin(BuildRequest request) => new(request);

    /// <summary>The records of the graph that is appended to.</summary>
    public IEnumerable<PaperRecord> ReadStoredRecords(CancellationToken cancellationToken) =>
        _before is null ? [] : _before.ReadRecords(cancellationToken).SelectMany(stored => RecordCodec.Decode(stored.Content));

    /// <summary>Cached extractions of the graph that is appended to, null for missing ones.</summary>
    public IReadOnlyList<byte[]?> FindExtractions(IReadOnlyList<byte[]> keys) =>
        _before is null ? new byte[]?[keys.Count] : _before.FindExtractions(keys);

    /// <summary>Starts writing records and extractions, which do not depend on the graph, while it is linked and derived.</summary>
    /// <param name="papers">Ordered by id.</param>
    public void BeginPapers(IReadOnlyList<ExtractedPaper> papers) => _papers = Task.Run(() => WritePapers(papers, _stop.Token), CancellationToken.None);

    private void WritePapers(IReadOnlyList<ExtractedPaper> papers, CancellationToken cancellationToken)
    {
        foreach (var batch in papers.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _writer.WriteRecords(batch.Select(paper => (paper.Id.Value, paper.Records)));
            _writer.WriteExtractions(batch.Select(paper => (paper.Key, paper.Extraction)));
        }
    }

    /// <summary>Writes the graph after the papers and puts the file in place; returns its size in bytes.</summary>
    /// <param name="graph">The graph; this completes its loading.</param>
    /// <param name="papers">Its papers, which are being written.</param>
    /// <param name="progress">Receives the number of papers written.</param>
    /// <param name="cancellationToken">Stops before the file is put in place.</param>
    public long Write(ColumnGraphLoader graph, IReadOnlyList<ExtractedPaper> papers, IProgress<long> progress, CancellationToken cancellationToken)
    {
        _papers.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        progress.Report(papers.Count);
        _writer.WriteGraph(graph, Describe(papers), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _writer.Commit();
        return new FileInfo(_request.Output).Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAny(_papers).GetAwaiter().GetResult();
        _stop.Dispose();
        _before?.Dispose();
        _writer.Dispose();
    }

    // A mistyped command line must not overwrite the user's papers. A graph that is damaged or of another version may be replaced.
    private static void RefuseToReplaceOtherFiles(string path)
    {
        if (IsDevice(path))
        {
            throw new GraphFileException(GraphFileFault.NotAGraph, path, $"{path} is a device, so no graph is put in its place; name a file with -o");
        }

        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            GraphFile.Open(path).Dispose();
        }
        catch (GraphFileException fault) when (fault.Fault is GraphFileFault.NotAGraph && !IsEmpty(path))
        {
            throw new GraphFileException(fault.Fault, path, $"{path} is no graph file, so it is not replaced; name another file with -o", fault);
        }
        catch (GraphFileException)
        {
        }
    }

    private static bool IsEmpty(string path) => new FileInfo(path).Length == 0;

    /// <summary>Whether a path names a device rather than a file.</summary>
    internal static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    // The files of all records, so that an appended graph has the same description as one built at once.
    private static string Describe(IReadOnlyList<ExtractedPaper> papers) => string.Join(", ", papers
        .SelectMany(paper => paper.Origins)
        .Select(origin => Path.GetFileName(origin.File))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));
}
