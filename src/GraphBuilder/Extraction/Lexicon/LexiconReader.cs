using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>
/// Reads lexicon files: one entry per line, tab-separated <c>id, name, aliases (|), type (two joined by +), flags (comma-separated: ambiguous, generic, case)</c>;
/// empty lines and lines that begin with <c>#</c> are skipped.
/// </summary>
public static class LexiconReader
{
    private const string ResourcePrefix = "lexicon/";

    /// <summary>Reads the lexicon embedded in the assembly, files in order of their names.</summary>
    public static IReadOnlyList<LexiconEntry> ReadShipped()
    {
        var assembly = typeof(LexiconReader).Assembly;
        var entries = new List<LexiconEntry>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            entries.AddRange(Read(reader, name));
        }

        return entries;
    }

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="LexiconException">A line is malformed.</exception>
    public static IReadOnlyList<LexiconEntry> Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var entries = new List<LexiconEntry>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line))
            {
                entries.Add(ReadEntry(line, file, number));
            }
        }

        return entries;
    }

    private static LexiconEntry ReadEntry(string line, string file, int number)
    {
        var cells = line.Split('\t');
        if (cells.Length is < 4 or > 5)
        {
            throw new LexiconException(file, number, $"expected 4 or 5 tab-separated columns (id, name, aliases, type, flags), found {cells.Length}");
        }

        var id = cells[0].Trim();
        var name = cells[1].Trim();
        if (id.Length == 0 || name.Length == 0)
        {
            throw new LexiconException(file, number, "expected an id and a name, found an empty cell");
        }

        var aliases = cells[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var types = cells[3].Split('+', StringSplitOptions.TrimEntries).Select(cell => ReadType(cell, file, number)).ToArray();
        var flags = cells.Length < 5 ? LexiconFlags.None : ReadFlags(cells[4], file, number);
        return new LexiconEntry(id, name, aliases.Where(alias => alias != name).Distinct().ToArray(), types, flags);
    }

    private static ConceptType ReadType(string cell, string file, int number)
        => Enum.TryParse<ConceptType>(cell, ignoreCase: false, out var type) && !char.IsDigit(cell[0])
            ? type
            : throw new LexiconException(file, number, $"unexpected type '{cell}', expected {string.Join(", ", Enum.GetNames<ConceptType>())}");

    private static LexiconFlags ReadFlags(string cell, string file, int number)
    {
        var flags = LexiconFlags.None;
        foreach (var word in cell.Split([',', ' ', '|', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            flags |= word switch
            {
                "ambiguous" => LexiconFlags.Ambiguous,
                "generic" => LexiconFlags.Generic,
                "case" => LexiconFlags.CaseSensitive,
                _ => throw new LexiconException(file, number, $"unexpected flag '{word}', expected ambiguous, generic or case"),
            };
        }

        return flags;
    }
}
