using System.Globalization;

namespace Stemma.Benchmarks.Engines;

/// <summary>Memory of a process, from Linux's <c>/proc/PID/status</c>; zero on other systems.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident memory now, in MB.</summary>
    public static double ResidentMb(int process) => Read(process, "VmRSS:");

    /// <summary>Peak resident memory so far, or since <see cref="ForgetPeak"/>, in MB.</summary>
    public static double PeakMb(int process) => Read(process, "VmHWM:");

    /// <summary>Resets the peak (<c>proc(5)</c>: 5 written to <c>clear_refs</c>).</summary>
    public static void ForgetPeak(int process)
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText($"/proc/{process}/clear_refs", "5");
        }
    }

    private static double Read(int process, string name)
    {
        var path = $"/proc/{process}/status";
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) : null;
        return line is null ? 0 : double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Any, CultureInfo.InvariantCulture) / 1024;
    }
}
