using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>What <see cref="TaggerNet"/> sees of a token beside its word vector: spelling, lexicon, definitions, cues and place, each as a row of one hashed table.</summary>
internal static class NetFeatures
{
    /// <summary>Rows of the table.</summary>
    public const int Rows = 1 << 15;

    /// <summary>Rows a token has.</summary>
    public const int Count = 19;

    /// <summary>Frequent words have a row of their own, which rare ones share by hash.</summary>
    private const uint WordRows = 4096;

    /// <summary>Writes the rows of a token.</summary>
    public static void Write(ReadOnlySpan<TokenAtoms> atoms, int token, Span<int> rows)
    {
        ref readonly var own = ref atoms[token];
        rows[0] = Row(1, own.Suffix3);
        rows[1] = Row(2, own.Suffix2);
        rows[2] = Row(3, own.Prefix3);
        rows[3] = Row(4, own.Shape);
        rows[4] = Row(5, own.Lexicon);
        rows[5] = Row(6, own.Acronym);
        rows[6] = Row(7, own.Definition);
        rows[7] = Row(8, own.Cue);
        rows[8] = Row(9, own.Document);
        rows[9] = Row(10, (own.Place * 2) + own.Glue);
        rows[10] = Row(11, own.Word % WordRows);
        rows[11] = Row(12, own.Prefix4);
        rows[12] = Row(13, own.Suffix4);
        var before = token > 0 ? atoms[token - 1] : default;
        var after = token + 1 < atoms.Length ? atoms[token + 1] : default;
        rows[13] = Row(14, before.Shape);
        rows[14] = Row(15, after.Shape);
        rows[15] = Row(16, before.Lexicon);
        rows[16] = Row(17, after.Lexicon);
        rows[17] = Row(18, before.Suffix3);
        rows[18] = Row(19, after.Suffix3);
    }

    private static int Row(uint template, uint value) => (int)(FeatureHash.Mix(template, value) & (Rows - 1));
}
