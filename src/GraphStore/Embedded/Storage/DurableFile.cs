namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Replaces a file by a finished one so that, whatever happens, one of the two exists in full: fsync, rename, fsync of the folder.</summary>
internal static class DurableFile
{
    /// <summary>Replaces <paramref name="target"/>, which need not exist, by <paramref name="finished"/>, which is in the same folder.</summary>
    public static void Replace(string finished, string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(finished, File.GetUnixFileMode(target));
        }

        using (var file = new FileStream(finished, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(finished, target, overwrite: true);

        // A rename is durable once its folder has been synced; Windows ensures this by the journal of its file system.
        if (!OperatingSystem.IsWindows())
        {
            PosixFile.Sync(Path.GetDirectoryName(target)!);
        }
    }
}
