namespace Stemma.GraphBuilder.Cli;

/// <summary>Exit codes of the process.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>User or environment error: standard error says what to do.</summary>
    public const int Failed = 1;

    /// <summary>Done, but some records were skipped or repaired.</summary>
    public const int DoneWithLosses = 2;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
