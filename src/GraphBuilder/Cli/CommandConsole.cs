using System.Text;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Where commands write: results to <paramref name="Results"/>, everything else to <paramref name="Messages"/>.</summary>
/// <param name="Results">Standard output, as text.</param>
/// <param name="ResultBytes">Standard output, as bytes; flush <paramref name="Results"/> before writing to it.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Messages"/>.</param>
public sealed record CommandConsole(TextWriter Results, Stream ResultBytes, TextWriter Messages, bool IsTerminal)
{
    /// <summary>The streams of this process, in UTF-8 without byte order mark on every system.</summary>
    public static CommandConsole OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = Console.OpenStandardOutput();
        return new CommandConsole(
            new StreamWriter(output, utf8) { AutoFlush = false },
            output,
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            !Console.IsErrorRedirected);
    }
}
