using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Requests large pages from the operating system.</summary>
internal static class LargePages
{
    private const long Size = 2 << 20;
    private const int AdviseHugePage = 14;

    /// <summary>
    /// Requests large pages where they lie entirely within a block of memory; does nothing on systems other than Linux. Failure is ignored, because only speed depends on it.
    /// </summary>
    public static void Advise(nint address, long bytes)
    {
        var first = (address + Size - 1) / Size * Size;
        var end = (address + bytes) / Size * Size;
        if (OperatingSystem.IsLinux() && end > first)
        {
            _ = Advise((nint)first, (nuint)(end - first), AdviseHugePage);
        }
    }

    [DllImport("libc", EntryPoint = "madvise", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint address, nuint length, int advice);
}
