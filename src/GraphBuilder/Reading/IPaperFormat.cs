using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading;

/// <summary>Reads one kind of file as a stream of papers and problems. Stateless; safe for use from several threads.</summary>
public interface IPaperFormat
{
    /// <summary>Display name: <c>BibTeX</c>.</summary>
    string Name { get; }

    /// <summary>Whether the file has this format, judged by its first chunk alone.</summary>
    bool Accepts(ReadOnlySpan<byte> start);

    /// <summary>Reads the file to its end, or to the fault recorded in <see cref="InputBuffer.Break"/>.</summary>
    /// <param name="input">The file's content.</param>
    /// <param name="file">The file's name, as the user gave it.</param>
    /// <param name="cancellationToken">Stops between records.</param>
    IEnumerable<ReadItem> Read(InputBuffer input, string file, CancellationToken cancellationToken);
}
