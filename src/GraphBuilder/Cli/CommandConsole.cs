using System.Text;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Where commands write: results to <paramref name="Results"/>, everything else to <paramref name="Messages"/>.</summary>
/// <param name="Results">Standard output, as text.</param>
/// <param name="ResultBytes">Standard output, as bytes; flush <paramref name="Results"/> before writing to it.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="IsTerminal">Whether a person watches <paramref name="Messages"/>.</param>
public sealed record CommandConsole(TextWriter Results, Stream ResultBytes, TextWriter Messages, bool IsTerminal)
{
    /// <summary>Where progress is drawn with control characters, which messages do not let through: standard error as it is.</summary>
    public TextWriter Drawing { get; init; } = Messages;

    /// <summary>
    /// The streams of this process, in UTF-8 without byte order mark on every system. What was written to results is out before a message is, so that on a terminal the two stand in the order
    /// in which they were written; control characters in titles do not reach a terminal.
    /// </summary>
    public static CommandConsole OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = Console.OpenStandardOutput();
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        var results = new StreamWriter(output, utf8) { AutoFlush = false };
        return new CommandConsole(
            Console.IsOutputRedirected ? results : new PrintableWriter(results),
            output,
            new PrintableWriter(error) { Before = results },
            !Console.IsErrorRedirected)
        {
            Drawing = error,
        };
    }
}
