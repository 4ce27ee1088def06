using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// The feature templates of the mention tagger. Words, shapes, affixes and bigrams follow Ratinov and Roth 2009, "Design challenges and misconceptions in named
/// entity recognition"; lexicon, acronym, definition and cue features carry what earlier stages found, and the document features say how the same word
/// is written elsewhere in the paper.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Upper bound on what <see cref="Write"/> writes.</summary>
    public const int MostFeatures = 64;

    private static readonly TokenAtoms[] Nothing = [new() { Word = 1, Shape = 1 }];

    /// <summary>Writes the features of one token; returns how many.</summary>
    public static int Write(ReadOnlySpan<TokenAtoms> atoms, int token, Span<uint> features)
    {
        ref readonly var a = ref atoms[token];
        var before = At(atoms, token - 1);
        var before2 = At(atoms, token - 2);
        var after = At(atoms, token + 1);
        var after2 = At(atoms, token + 2);
        var at = 0;
        features[at++] = FeatureHash.Mix(1, a.Word);
        features[at++] = FeatureHash.Mix(2, before.Word);
        features[at++] = FeatureHash.Mix(3, after.Word);
        features[at++] = FeatureHash.Mix(4, before2.Word);
        features[at++] = FeatureHash.Mix(5, after2.Word);
        features[at++] = FeatureHash.Mix(6, before.Word, a.Word);
        features[at++] = FeatureHash.Mix(7, a.Word, after.Word);
        features[at++] = FeatureHash.Mix(8, before2.Word, before.Word);
        features[at++] = FeatureHash.Mix(9, after.Word, after2.Word);
        features[at++] = FeatureHash.Mix(10, before.Word, a.Word, after.Word);
        features[at++] = FeatureHash.Mix(11, a.Prefix2);
        features[at++] = FeatureHash.Mix(12, a.Prefix3);
        features[at++] = FeatureHash.Mix(13, a.Prefix4);
        features[at++] = FeatureHash.Mix(14, a.Suffix2);
        features[at++] = FeatureHash.Mix(15, a.Suffix3);
        features[at++] = FeatureHash.Mix(16, a.Suffix4);
        features[at++] = FeatureHash.Mix(17, a.Shape);
        features[at++] = FeatureHash.Mix(18, before.Shape, a.Shape);
        features[at++] = FeatureHash.Mix(19, a.Shape, after.Shape);
        features[at++] = FeatureHash.Mix(20, before.Shape, a.Shape, after.Shape);
        features[at++] = FeatureHash.Mix(21, before.Suffix3);
        features[at++] = FeatureHash.Mix(22, after.Suffix3);
        features[at++] = FeatureHash.Mix(23, before.Suffix3, a.Suffix3);
        features[at++] = FeatureHash.Mix(24, a.Suffix3, after.Suffix3);
        features[at++] = FeatureHash.Mix(25, before.Word, a.Shape);
        features[at++] = FeatureHash.Mix(26, a.Shape, after.Word);
        features[at++] = FeatureHash.Mix(27, a.Word, a.Place);
        features[at++] = FeatureHash.Mix(28, a.Shape, a.Place);
        features[at++] = FeatureHash.Mix(29, a.Shape, a.Document);
        features[at++] = FeatureHash.Mix(30, a.Document, a.Suffix3);
        features[at++] = FeatureHash.Mix(31, a.Glue, after.Glue, a.Shape);
        features[at++] = FeatureHash.Mix(32, a.Cue);
        features[at++] = FeatureHash.Mix(33, a.Cue >> 2, a.Shape);
        features[at++] = FeatureHash.Mix(34, before2.Word, before.Word, a.Shape);
        features[at++] = FeatureHash.Mix(35, after.Word, after2.Word, a.Shape);
        features[at++] = FeatureHash.Mix(36, before2.Word, a.Word);
        features[at++] = FeatureHash.Mix(37, a.Word, after2.Word);
        features[at++] = FeatureHash.Mix(38, At(atoms, token + 3).Word);
        features[at++] = FeatureHash.Mix(39, At(atoms, token - 3).Word);
        features[at++] = FeatureHash.Mix(40, before.Suffix3, a.Suffix3, after.Suffix3);
        features[at++] = FeatureHash.Mix(41, a.Prefix3, a.Suffix3);
        return Sparse(a, before, before2, after, features, at);
    }

    private static int Sparse(in TokenAtoms a, in TokenAtoms before, in TokenAtoms before2, in TokenAtoms after, Span<uint> features, int at)
    {
        if (a.Lexicon != 0)
        {
            features[at++] = FeatureHash.Mix(60, a.Lexicon);
            features[at++] = FeatureHash.Mix(61, a.Lexicon, a.Word);
            features[at++] = FeatureHash.Mix(62, a.Lexicon, a.Shape);
            features[at++] = FeatureHash.Mix(63, a.Lexicon, before.Lexicon, after.Lexicon);
        }

        if (before.Lexicon != 0)
        {
            features[at++] = FeatureHash.Mix(64, before.Lexicon, a.Word);
            features[at++] = FeatureHash.Mix(65, before.Lexicon, a.Lexicon);
        }

        if (after.Lexicon != 0)
        {
            features[at++] = FeatureHash.Mix(66, after.Lexicon, a.Word);
            features[at++] = FeatureHash.Mix(67, after.Lexicon, a.Lexicon);
        }

        if (a.Acronym != 0)
        {
            features[at++] = FeatureHash.Mix(70, a.Acronym);
            features[at++] = FeatureHash.Mix(71, a.Acronym, a.Shape);
            features[at++] = FeatureHash.Mix(72, a.Acronym, a.Suffix3);
            features[at++] = FeatureHash.Mix(73, a.Acronym, before.Acronym, after.Acronym);
        }

        if (a.Definition != 0)
        {
            features[at++] = FeatureHash.Mix(74, a.Definition);
            features[at++] = FeatureHash.Mix(75, a.Definition, after.Word);
        }

        if (a.Glue != 0)
        {
            features[at++] = FeatureHash.Mix(76, before.Word, before2.Word);
            features[at++] = FeatureHash.Mix(77, before2.Lexicon, before2.Shape, a.Word);
        }

        return at;
    }

    private static ref readonly TokenAtoms At(ReadOnlySpan<TokenAtoms> atoms, int token)
        => ref (uint)token < (uint)atoms.Length ? ref atoms[token] : ref Nothing[0];
}
