using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Features of a token for <see cref="TaggerNet"/> besides its word vector: spelling, lexicon, definitions, cues and position, each as a row of one hashed table.</summary>
internal static class NetFeatures
{
    /// <summary>Rows of the table.</summary>
    public const int Rows = 1 << 15;

    /// <summary>Rows per token.</summary>
    public const int Count = 19;

    private static readonly TokenAtoms[] Nothing = new TokenAtoms[1];

    /// <summary>Number of values to which word hashes are reduced, so that words share rows.</summary>
    private const uint WordRows = 4096;

    /// <summary>Rows of a token that depend on its spelling alone.</summary>
    public const int Spelt = 7;

    /// <summary>Rows of a token for what earlier stages found and for its position; most tokens have the no-mark rows.</summary>
    public const int Marks = 7;

    /// <summary>Upper bound on what <see cref="WriteOthers"/> writes.</summary>
    public const int MostOthers = Count - Spelt + Marks;

    /// <summary>Template numbers of the marks.</summary>
    private static ReadOnlySpan<byte> MarkTemplates => [8, 10, 5, 6, 7, 16, 17];

    /// <summary>Writes the rows of a token in the order of training, which sums floats.</summary>
    public static void Write(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        Span<int> spelt = stackalloc int[Spelt];
        ref readonly var own = ref atoms[token];
        ref readonly var before = ref Before(atoms, token);
        ref readonly var after = ref After(atoms, token);
        WriteSpelt(own, spelt);
        spelt[..4].CopyTo(rows);
        rows[4] = Row(5, own.Lexicon);
        rows[5] = Row(6, own.Acronym);
        rows[6] = Row(7, own.Definition);
        rows[7] = Row(8, own.Cue);
        rows[8] = Row(9, own.Document);
        rows[9] = Row(10, PlaceOf(own));
        spelt[4..].CopyTo(rows[10..]);
        rows[13] = Row(14, before.Shape);
        rows[14] = Row(15, after.Shape);
        rows[15] = Row(16, before.Lexicon);
        rows[16] = Row(17, after.Lexicon);
        rows[17] = Row(18, before.Suffix3);
        rows[18] = Row(19, after.Suffix3);
    }

    /// <summary>Writes the <see cref="Spelt"/> rows that depend on the spelling of a word alone.</summary>
    public static void WriteSpelt(in TokenAtoms word, Span<int> rows)
    {
        rows[0] = Row(1, word.Suffix3);
        rows[1] = Row(2, word.Suffix2);
        rows[2] = Row(3, word.Prefix3);
        rows[3] = Row(4, word.Shape);
        rows[4] = Row(11, word.Word % WordRows);
        rows[5] = Row(12, word.Prefix4);
        rows[6] = Row(13, word.Suffix4);
    }

    /// <summary>Writes the <see cref="Marks"/> rows of a token without marks.</summary>
    public static void WriteUnmarked(Span<int> rows)
    {
        for (var mark = 0; mark < Marks; mark++)
        {
            rows[mark] = Row(MarkTemplates[mark], 0);
        }
    }

    /// <summary>
    /// Writes the rows of a token besides those of its spelling and of a token without marks, and returns how many. A mark has two: its own row, and the negated no-mark row, which
    /// is stored behind the table at <see cref="Rows"/> plus the index of the mark.
    /// </summary>
    public static int WriteOthers(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        ref readonly var own = ref atoms[token];
        ref readonly var before = ref Before(atoms, token);
        ref readonly var after = ref After(atoms, token);
        rows[0] = Row(9, own.Document);
        rows[1] = Row(14, before.Shape);
        rows[2] = Row(15, after.Shape);
        rows[3] = Row(18, before.Suffix3);
        rows[4] = Row(19, after.Suffix3);
        var count = Mark(0, own.Cue, rows, 5);
        count = Mark(1, PlaceOf(own), rows, count);
        if ((own.Lexicon | own.Acronym | own.Definition | before.Lexicon | after.Lexicon) != 0)
        {
            count = Mark(2, own.Lexicon, rows, count);
            count = Mark(3, own.Acronym, rows, count);
            count = Mark(4, own.Definition, rows, count);
            count = Mark(5, before.Lexicon, rows, count);
            count = Mark(6, after.Lexicon, rows, count);
        }

        return count;
    }

    /// <summary>Branch-free, because the presence of a mark is unpredictable: without one, the next write overwrites the two rows.</summary>
    private static int Mark(int mark, uint value, Span<int> rows, int count)
    {
        rows[count] = Row(MarkTemplates[mark], value);
        rows[count + 1] = Rows + mark;
        return count + (value == 0 ? 0 : 2);
    }

    private static uint PlaceOf(in TokenAtoms token) => (token.Place * 2) + token.Glue;

    private static ref readonly TokenAtoms Before(ReadOnlySpan<TokenAtoms> atoms, int token) => ref token > 0 ? ref atoms[token - 1] : ref Nothing[0];

    private static ref readonly TokenAtoms After(ReadOnlySpan<TokenAtoms> atoms, int token) => ref token + 1 < atoms.Length ? ref atoms[token + 1] : ref Nothing[0];

    private static int Row(uint template, uint value) => (int)(FeatureHash.Mix(template, value) & (Rows - 1));
}
