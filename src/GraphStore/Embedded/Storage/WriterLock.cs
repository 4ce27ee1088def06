using System.Text;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// Keeps a second writer out of a graph file: a file beside it, locked by the operating system for as long as the writer lives and removed when it is done.
/// A writer that was killed leaves the file but not the lock, so the next one takes it over.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int MaxAttempts = 20;
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a graph file, or throws <see cref="GraphFileException"/> at once where a living process has it.</summary>
    public static WriterLock Take(string graphPath)
    {
        var path = graphPath + ".lock";
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (File.Exists(path))
            {
                throw new GraphFileException(
                    GraphFileFault.Locked, graphPath, $"{graphPath} is being written by {Holder(path)}. Wait until it is done.", e);
            }

            var taken = new WriterLock(file);
            if (taken.IsStillInPlace(path, attempt))
            {
                return taken;
            }

            file.Dispose();
        }

        throw new GraphFileException(GraphFileFault.Locked, graphPath, $"{graphPath} is being written by several processes at once. Try again.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Removed while still locked; on Windows an open file cannot be removed, and only there nobody can open it in between either.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }

        _file.Dispose();
        if (OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }
    }

    // The holder before may have removed the file between our opening and our locking it; then our lock is on a file that nobody else sees.
    private bool IsStillInPlace(string path, int attempt)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var mark = $"process {Environment.ProcessId}\n{Environment.CurrentManagedThreadId}.{attempt}.{_file.GetHashCode()}\n";
        try
        {
            _file.SetLength(0);
            _file.Write(Encoding.UTF8.GetBytes(mark));
            _file.Flush();
        }
        catch
        {
            // No room for a line: the graph has none either.
            Dispose();
            throw;
        }

        return PosixFile.ReadStart(path) == mark;
    }

    private static string Holder(string path) =>
        !OperatingSystem.IsWindows() && PosixFile.ReadStart(path)?.Split('\n')[0] is { Length: > 0 } holder ? holder : "another process";
}
