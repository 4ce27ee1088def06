using System.Runtime.InteropServices;
using System.Text;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// Two operations that <see cref="FileStream"/> does not offer on Unix: sync a folder to the disk, and read a file that another stream has locked.
/// </summary>
internal static partial class PosixFile
{
    private const int ReadOnly = 0;

    /// <summary>Syncs a file or folder to the disk. Throws <see cref="IOException"/> if the system refuses.</summary>
    public static void Sync(string path)
    {
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path} cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        var result = FSync(descriptor);
        var error = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"{path} cannot be written through to the disk: {error}");
        }
    }

    /// <summary>The first 256 bytes of a file as UTF-8, even if it is locked; null if it cannot be read.</summary>
    public static string? ReadStart(string path)
    {
        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            return null;
        }

        var buffer = new byte[256];
        var length = Read(descriptor, buffer, buffer.Length);
        _ = Close(descriptor);
        return length < 0 ? null : Encoding.UTF8.GetString(buffer, 0, (int)length);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int descriptor, [Out] byte[] buffer, nint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
