using System.Runtime.InteropServices;

namespace Stemma.Benchmarks.Extraction;

/// <summary>
/// Processor time of the calling thread, which other programs on a shared machine do not inflate (<c>clock_gettime(2)</c>, <c>CLOCK_THREAD_CPUTIME_ID</c>); elapsed time
/// on systems other than Linux.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;
    private const long NanosecondsASecond = 1_000_000_000;

    /// <summary>Nanoseconds since an arbitrary moment.</summary>
    public static long Now()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeProvider.System.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick;
        }

        _ = GetTime(ThreadCpuTime, out var time);
        return (time.Seconds * NanosecondsASecond) + time.Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
