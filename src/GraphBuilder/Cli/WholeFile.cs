using Stemma.GraphBuilder.Building;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Writes a file atomically: first to a temporary file beside it, then by renaming.</summary>
internal static class WholeFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Throws <see cref="CommandException"/> if the folder of a file does not exist.</summary>
    public static void ThrowIfNoFolder(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new CommandException($"{path} cannot be written: there is no folder {folder}");
        }
    }

    /// <summary>
    /// Writes the file; on any failure the existing file stays. A graph file is never replaced, so that a mistyped command does not destroy a graph. A device or a pipe
    /// is written directly. I/O and permission errors throw <see cref="CommandException"/>.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        if (GraphFileBuild.IsDevice(path))
        {
            WriteInPlace(path, write);
            return;
        }

        ThrowIfNoFolder(path);
        if (GraphFile.HasContainerMark(path))
        {
            throw new CommandException($"{path} is a graph file, so it is not replaced; name another file with -o");
        }

        try
        {
            WriteAndRename(path, write);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {fault.Message}");
        }
    }

    // A random name, because FILE.tmp may be a file of the user or of another process.
    private static void WriteAndRename(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void WriteInPlace(string path, Action<Stream> write)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferBytes);
            write(stream);
            stream.Flush();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {fault.Message}");
        }
    }
}
