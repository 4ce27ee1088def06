using Stemma.GraphBuilder.Building;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Writes a file whole or not at all: beside its place first, then into it.</summary>
internal static class WholeFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Throws <see cref="CommandException"/> where the folder of a file is not there.</summary>
    public static void ThrowIfNoFolder(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new CommandException($"{path} cannot be written: there is no folder {folder}");
        }
    }

    /// <summary>
    /// Writes it; whatever fails, the file that was there stays. A graph file is not replaced: a slip of the command line must not cost a graph. A device or a
    /// pipe is written to as it is. Environment faults throw <see cref="CommandException"/>.
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

        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {fault.Message}");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
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
