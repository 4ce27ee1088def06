using Stemma.GraphBuilder.Building;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Cli;

/// <summary>The file for a build's report, checked before the build, which may take hours.</summary>
internal static class ReportFile
{
    /// <summary>Throws <see cref="CommandException"/> if the report cannot be written there or would overwrite a graph or an input.</summary>
    /// <param name="file">The report.</param>
    /// <param name="graph">The graph that is built.</param>
    /// <param name="inputs">What it is built from.</param>
    public static void Check(string file, string graph, IEnumerable<string> inputs)
    {
        var path = Path.GetFullPath(file);
        if (Refusal(path, Path.GetFullPath(graph), inputs.Select(Path.GetFullPath)) is { } reason)
        {
            throw new CommandException($"{file}: {reason}");
        }

        try
        {
            Probe(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file}: the report cannot be written: {fault.Message}");
        }
    }

    private static string? Refusal(string path, string graph, IEnumerable<string> inputs) =>
        Directory.Exists(path) ? "this is a directory; the report needs the name of a file"
        : GraphFileBuild.IsDevice(path) ? "this is a device; the report needs the name of a file"
        : !Directory.Exists(Path.GetDirectoryName(path)) ? "the folder of the report does not exist"
        : path == graph ? "the graph is written there; the report needs a file of its own"
        : inputs.Contains(path, StringComparer.Ordinal) ? "this is an input, so no report is put in its place"
        : IsGraph(path) ? "this is a graph, so no report is put in its place"
        : null;

    private static bool IsGraph(string path)
    {
        try
        {
            GraphFile.Open(path).Dispose();
            return true;
        }
        catch (GraphFileException fault)
        {
            return fault.Fault is not (GraphFileFault.NotAGraph or GraphFileFault.NotFound);
        }
    }

    // Leaves existing content unchanged until the report is ready.
    private static void Probe(string path)
    {
        var isNew = !File.Exists(path);
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew)
        {
            File.Delete(path);
        }
    }
}
