using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// The user's decisions on names, read from <c>data/overrides.tsv</c>; they take precedence over evidence. One decision per line, tab-separated; <c>#</c> begins a comment line:
/// <c>merge NAME NAME</c> (one concept), <c>split NAME NAME</c> (not merged, not through a third name either), <c>rename NAME-OR-ID DISPLAY-NAME</c>,
/// <c>introduce NAME-OR-ID TITLE</c> (the paper with this title introduced the concept).
/// </summary>
public sealed class LinkOverrides
{
    private LinkOverrides(IReadOnlyList<(string, string)> merges, IReadOnlyList<(string, string)> splits, IReadOnlyList<(string, string)> renames, IReadOnlyList<ConceptOrigin> origins)
    {
        Merges = merges;
        Splits = splits;
        Renames = renames;
        Origins = origins;
    }

    /// <summary>No decisions.</summary>
    public static LinkOverrides None { get; } = new([], [], [], []);

    /// <summary>Pairs of names that are one concept; the second is the one kept.</summary>
    public IReadOnlyList<(string Name, string Into)> Merges { get; }

    /// <summary>Pairs of names that no merge puts into one concept. What extraction recognised as a concept of the lexicon stays that concept.</summary>
    public IReadOnlyList<(string Name, string From)> Splits { get; }

    /// <summary>A name or id, and the display name it gets; ids do not change.</summary>
    public IReadOnlyList<(string Name, string Display)> Renames { get; }

    /// <summary>The papers that introduced concepts.</summary>
    public IReadOnlyList<ConceptOrigin> Origins { get; }

    /// <summary>Default path, relative to the working folder.</summary>
    public static string UsualFile { get; } = Path.Combine("data", "overrides.tsv");

    /// <summary>Reads <see cref="UsualFile"/>, or returns <see cref="None"/> if it does not exist.</summary>
    public static LinkOverrides ReadUsual() => File.Exists(UsualFile) ? Read(UsualFile) : None;

    /// <summary>Reads a file. Throws <see cref="InvalidDataException"/> with file, line and what was expected.</summary>
    public static LinkOverrides Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <summary>Reads lines; <paramref name="source"/> names them in errors.</summary>
    public static LinkOverrides Read(TextReader reader, string source)
    {
        var merges = new List<(string, string)>();
        var splits = new List<(string, string)>();
        var renames = new List<(string, string)>();
        var origins = new List<(string, string)>();
        var lines = new Dictionary<(string, string), (string Verb, int Line)>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length != 3 || cells[1].Length == 0 || cells[2].Length == 0)
            {
                throw new InvalidDataException($"{source}, line {number}: expected three tab-separated cells (merge, split or rename, then two names; or introduce, a name and a title), found {cells.Length}.");
            }

            if (cells[0] is "merge" or "split")
            {
                ThrowIfContradicted(cells, lines, source, number);
            }

            var into = cells[0] switch
            {
                "merge" => merges,
                "split" => splits,
                "rename" => renames,
                "introduce" => origins,
                _ => throw new InvalidDataException($"{source}, line {number}: expected merge, split, rename or introduce, found '{cells[0]}'."),
            };
            into.Add((cells[1], cells[2]));
        }

        return new LinkOverrides(merges, splits, renames, [.. origins.Select(pair => ConceptOrigin.Of(pair.Item1, null, pair.Item2))]);
    }

    /// <summary>A split of names that are one name, or of a pair that another line merges, can never be obeyed.</summary>
    private static void ThrowIfContradicted(string[] cells, Dictionary<(string, string), (string Verb, int Line)> lines, string source, int number)
    {
        var (verb, first, second) = (cells[0], NameKey.Of(cells[1]), NameKey.Of(cells[2]));
        if (verb == "split" && first == second)
        {
            throw new InvalidDataException($"{source}, line {number}: '{cells[1]}' and '{cells[2]}' cannot be split, because names that differ only in case, hyphens, spaces or plural are one name.");
        }

        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (lines.TryGetValue(pair, out var other) && other.Verb != verb)
        {
            throw new InvalidDataException($"{source}, line {number}: {verb} of '{cells[1]}' and '{cells[2]}' contradicts {other.Verb} in line {other.Line}; remove one of them.");
        }

        lines[pair] = (verb, number);
    }
}
