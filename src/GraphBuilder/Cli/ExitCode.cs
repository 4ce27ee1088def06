namespace Stemma.GraphBuilder.Cli;

/// <summary>What the process returns.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The user's mistake, or the environment's: standard error says what to do.</summary>
    public const int Failed = 1;

    /// <summary>Done, but some records were skipped or repaired.</summary>
    public const int DoneWithLosses = 2;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
