namespace Stemma.GraphBuilder;

/// <summary>Entry point of the command line.</summary>
public static class Program
{
    /// <summary>Runs one command.</summary>
    public static int Main() => 0;
}
