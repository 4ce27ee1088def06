using Microsoft.Data.Sqlite;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Knows a full disk behind the many faults that it shows itself by.</summary>
internal static class FullDisk
{
    /// <summary>SQLite's primary codes (https://www.sqlite.org/rescode.html): SQLITE_FULL, and SQLITE_CORRUPT.</summary>
    private const int Full = 13;
    private const int Corrupt = 11;

    /// <summary>ENOSPC of Unix and ERROR_DISK_FULL of Windows, as .NET hands them on.</summary>
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>A page of the file: where less is free, no write to it succeeds.</summary>
    private const long PageBytes = 16384;

    /// <summary>True where a write to a new file failed because there is no room for it.</summary>
    /// <param name="fault">What the write threw.</param>
    /// <param name="path">The file, still there.</param>
    public static bool IsCause(Exception fault, string path) => fault switch
    {
        // A file that is only being written is malformed for one reason: without a journal, a page that did not fit is missing from it.
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
