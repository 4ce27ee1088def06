using System.Text.Json;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Reads labelled data, one JSON object per line; blank lines are skipped.</summary>
internal static class LabelledLines
{
    /// <summary>The objects of the lines, in order.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="what">What a line should be, for messages: "a labelled paper".</param>
    /// <param name="read">Reads one object.</param>
    /// <exception cref="InvalidDataException">A line is not <paramref name="what"/>; the message names file and line.</exception>
    public static List<T> Read<T>(TextReader reader, string file, string what, Func<JsonElement, T> read)
    {
        var found = new List<T>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                found.Add(read(json.RootElement));
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{file}:{number}: not {what}: {fault.Message}", fault);
            }
        }

        return found;
    }
}
