using System.Runtime.InteropServices;
using System.Text;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// The two things that <see cref="FileStream"/> cannot do on Unix: write a folder through to the disk, and read a file that another stream has locked.
/// </summary>
internal static partial class PosixFile
{
    private const int ReadOnly = 0;

    /// <summary>Writes a file or folder through to the disk. Throws <see cref="IOException"/> where the system refuses.</summary>
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

    /// <summary>The first 256 bytes of a file as UTF-8, whoever has locked it; null where it cannot be read.</summary>
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
