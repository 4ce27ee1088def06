using System.Text;

namespace Stemma.GraphBuilder.Cli;

/// <summary>
/// Writes for people: control characters, by which a title could move the cursor or rename the window of a terminal, are written as their pictures (␛ for ESC), and what stands in another
/// writer is put out first.
/// </summary>
/// <param name="writer">Where to.</param>
internal sealed class PrintableWriter(TextWriter writer) : TextWriter
{
    /// <summary>A writer that is flushed before anything is written here, or null.</summary>
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

    /// <summary>The Unicode block Control Pictures mirrors the first 32 characters; the second set of controls has no pictures.</summary>
    private static char Shown(char character) => !IsControl(character) ? character : character switch
    {
        < ' ' => (char)('\u2400' + character),
        '\u007f' => '\u2421',
        _ => '\ufffd',
    };
}
