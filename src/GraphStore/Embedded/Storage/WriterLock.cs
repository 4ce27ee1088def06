using System.Text;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// Keeps a second writer out of a graph file: a lock file beside it, locked by the operating system while the writer lives and removed when it is done.
/// A killed writer leaves the file but not the lock, so the next writer can lock it again.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int MaxAttempts = 20;
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Acquires the lock of a graph file, or throws <see cref="GraphFileException"/> at once if a living process holds it.</summary>
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
        // Removed while still locked, except on Windows, where an open file cannot be removed.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_file.Name);
        }

        _file.Dispose();
        if (OperatingSystem.IsWindows())
        {
            DeleteUnlessTaken();
        }
    }

    /// <summary>Removes the lock file, unless another writer has opened it since it was closed here.</summary>
    private void DeleteUnlessTaken()
    {
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The other writer holds the lock and will remove the file.
        }
    }

    // The previous holder may have removed the file after it was opened here and before it was locked; the lock is then on a file that no other process sees.
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
            // If there is no room for a line, there is none for the graph.
            Dispose();
            throw;
        }

        return PosixFile.ReadStart(path) == mark;
    }

    private static string Holder(string path) =>
        !OperatingSystem.IsWindows() && PosixFile.ReadStart(path)?.Split('\n')[0] is { Length: > 0 } holder ? holder : "another process";
}
