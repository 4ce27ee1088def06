using Microsoft.Data.Sqlite;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Recognises a full disk by the various exceptions that it causes.</summary>
internal static class FullDisk
{
    /// <summary>SQLite's primary codes (https://www.sqlite.org/rescode.html): SQLITE_FULL, and SQLITE_CORRUPT.</summary>
    private const int Full = 13;
    private const int Corrupt = 11;

    /// <summary>ENOSPC of Unix and ERROR_DISK_FULL of Windows, as .NET reports them.</summary>
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Page size of the file: with less free space, no write to it succeeds.</summary>
    private const long PageBytes = 16384;

    /// <summary>Whether a write to a new file failed because the disk is full.</summary>
    /// <param name="fault">What the write threw.</param>
    /// <param name="path">The file, not yet removed.</param>
    public static bool IsCause(Exception fault, string path) => fault switch
    {
        // A file that is only being written can be malformed for one reason: without a journal, a page that did not fit is missing from it.
        SqliteException { SqliteErrorCode: Full or Corrupt } => true,
        SqliteException => HasNoRoom(path),
        IOException => fault.HResult is NoSpace or WindowsDiskFull,
        _ => false,
    };

    private static bool HasNoRoom(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace < PageBytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
