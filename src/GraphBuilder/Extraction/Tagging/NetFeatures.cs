using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>What <see cref="TaggerNet"/> sees of a token beside its word vector: spelling, lexicon, definitions, cues and place, each as a row of one hashed table.</summary>
internal static class NetFeatures
{
    /// <summary>Rows of the table.</summary>
    public const int Rows = 1 << 15;

    /// <summary>Rows a token has.</summary>
    public const int Count = 19;

    private static readonly TokenAtoms[] Nothing = new TokenAtoms[1];

    /// <summary>Frequent words have a row of their own, which rare ones share by hash.</summary>
    private const uint WordRows = 4096;

    /// <summary>Rows among them that the spelling of the token tells.</summary>
    public const int Spelt = 7;

    /// <summary>Writes the rows of a token.</summary>
    public static void Write(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        Span<int> spelt = stackalloc int[Spelt];
        Span<int> others = stackalloc int[Count - Spelt];
        WriteSpelt(atoms[token], spelt);
        WriteOthers(atoms, token, others);

        // The order is that of learning, which adds floats up.
        spelt[..4].CopyTo(rows);
        others[..6].CopyTo(rows[4..]);
        spelt[4..].CopyTo(rows[10..]);
        others[6..].CopyTo(rows[13..]);
    }

    /// <summary>Writes the <see cref="Spelt"/> rows that a word has by its spelling, wherever it stands.</summary>
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

    /// <summary>Writes the other rows of a token.</summary>
    public static void WriteOthers(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        ref readonly var own = ref atoms[token];
        ref readonly var before = ref token > 0 ? ref atoms[token - 1] : ref Nothing[0];
        ref readonly var after = ref token + 1 < atoms.Length ? ref atoms[token + 1] : ref Nothing[0];
        rows[0] = Row(5, own.Lexicon);
        rows[1] = Row(6, own.Acronym);
        rows[2] = Row(7, own.Definition);
        rows[3] = Row(8, own.Cue);
        rows[4] = Row(9, own.Document);
        rows[5] = Row(10, (own.Place * 2) + own.Glue);
        rows[6] = Row(14, before.Shape);
        rows[7] = Row(15, after.Shape);
        rows[8] = Row(16, before.Lexicon);
        rows[9] = Row(17, after.Lexicon);
        rows[10] = Row(18, before.Suffix3);
        rows[11] = Row(19, after.Suffix3);
    }

    private static int Row(uint template, uint value) => (int)(FeatureHash.Mix(template, value) & (Rows - 1));
}
