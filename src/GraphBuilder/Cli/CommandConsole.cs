using System.Text;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Where commands write: results to <paramref name="Results"/>, everything else to <paramref name="Messages"/>.</summary>
/// <param name="Results">Standard output, as text.</param>
/// <param name="ResultBytes">Standard output, as bytes; flush <paramref name="Results"/> before writing to it.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="IsTerminal">Whether <paramref name="Messages"/> is a terminal.</param>
public sealed record CommandConsole(TextWriter Results, Stream ResultBytes, TextWriter Messages, bool IsTerminal)
{
    /// <summary>Where progress is drawn with control characters, which <see cref="Messages"/> replaces: standard error without filtering.</summary>
    public TextWriter Drawing { get; init; } = Messages;

    /// <summary>
    /// The streams of this process, in UTF-8 without byte order mark on every system. Results are flushed before each message, so that a terminal shows both in the order
    /// in which they were written; control characters in titles are replaced before they reach a terminal.
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
