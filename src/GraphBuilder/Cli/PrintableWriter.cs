using System.Text;

namespace Stemma.GraphBuilder.Cli;

/// <summary>
/// Writes for people: control characters, with which a title could move the cursor or rename the window of a terminal, are replaced by their Unicode pictures (␛ for
/// ESC); LF, CR and tab are kept. Another writer can be flushed first.
/// </summary>
/// <param name="writer">Destination.</param>
internal sealed class PrintableWriter(TextWriter writer) : TextWriter
{
    /// <summary>A writer that is flushed before each write, or null.</summary>
    public TextWriter? Before { get; init; }

    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        Before?.Flush();
        writer.Write(Shown(value));
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        Before?.Flush();
        writer.Write(value is null || !value.Any(IsControl) ? value : string.Create(value.Length, value, (shown, text) =>
        {
            for (var at = 0; at < shown.Length; at++)
            {
                shown[at] = Shown(text[at]);
            }
        }));
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + writer.NewLine);

    /// <inheritdoc/>
    public override void Flush() => writer.Flush();

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    /// <summary>The Unicode block Control Pictures mirrors the first 32 characters; C1 controls have no pictures and become U+FFFD.</summary>
    private static char Shown(char character) => !IsControl(character) ? character : character switch
    {
        < ' ' => (char)('\u2400' + character),
        '\u007f' => '\u2421',
        _ => '\ufffd',
    };
}
