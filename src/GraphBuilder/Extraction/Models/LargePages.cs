using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Asks the system for large pages.</summary>
internal static class LargePages
{
    private const long Size = 2 << 20;
    private const int AdviseHugePage = 14;

    /// <summary>Advises the whole large pages within a stretch of memory; does nothing where the system knows no such advice, and nobody depends on its being taken.</summary>
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
