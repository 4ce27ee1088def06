using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// The feature templates of the mention tagger. Words, shapes, affixes and bigrams follow Ratinov and Roth 2009, "Design challenges and misconceptions in named
/// entity recognition"; lexicon, acronym, definition and cue features carry what earlier stages found, and the document features describe how the
/// same word is written elsewhere in the paper.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Upper bound on what <see cref="Write"/> writes.</summary>
    public const int MostFeatures = 64;

    /// <summary>Upper bound on what <see cref="WriteSparse"/> writes.</summary>
    public const int MostSparse = 16;

    /// <summary>Maximum distance, before and behind a token, of the words that it has features of.</summary>
    public const int Reach = 3;

    private static readonly TokenAtoms[] Nothing = [new() { Word = 1, Shape = 1 }];

    /// <summary>Numbers of the templates that apply to every token, in the order in which <see cref="WriteAlone"/> and <see cref="WriteJoint"/> write them.</summary>
    private static ReadOnlySpan<byte> Always =>
    [
        39, 4, 2, 21, 1, 11, 12, 13, 14, 15, 16, 17, 41, 3, 22, 5, 38,
        6, 7, 8, 9, 10, 18, 19, 20, 23, 24, 25, 26, 27, 28, 29, 30, 31, 33, 34, 35, 36, 37, 40, 32,
    ];

    /// <summary>
    /// Writes the features of one token and returns how many. Those that every token has are ordered by template number, because training sums floats in that order.
    /// </summary>
    public static int Write(ReadOnlySpan<TokenAtoms> atoms, int token, Span<uint> features)
    {
        Span<uint> filled = stackalloc uint[MostFeatures];
        var count = 0;
        for (var place = -Reach; place <= Reach; place++)
        {
            count += WriteAlone(At(atoms, token + place), place, filled[count..]);
        }

        count += WriteJoint(atoms, token, filled[count..]);
        for (var at = 0; at < Always.Length; at++)
        {
            features[Always[at] - 1] = filled[at];
        }

        filled[Always.Length..count].CopyTo(features[Always.Length..]);
        return count;
    }

    /// <summary>Writes the features of a token that depend on the spelling of one word; returns how many.</summary>
    /// <param name="word">The word.</param>
    /// <param name="place">Its position relative to the token: at most <see cref="Reach"/> before or behind.</param>
    /// <param name="features">Filled from the front.</param>
    public static int WriteAlone(in TokenAtoms word, int place, Span<uint> features)
    {
        switch (place)
        {
            case 0:
                return WriteOwn(word, features);
            case -1 or 1:
                features[0] = FeatureHash.Mix(place < 0 ? 2u : 3, word.Word);
                features[1] = FeatureHash.Mix(place < 0 ? 21u : 22, word.Suffix3);
                return 2;
            default:
                features[0] = FeatureHash.Mix(place switch { -3 => 39, -2 => 4, 2 => 5, _ => 38 }, word.Word);
                return 1;
        }
    }

    private static int WriteOwn(in TokenAtoms word, Span<uint> features)
    {
        features[0] = FeatureHash.Mix(1, word.Word);
        features[1] = FeatureHash.Mix(11, word.Prefix2);
        features[2] = FeatureHash.Mix(12, word.Prefix3);
        features[3] = FeatureHash.Mix(13, word.Prefix4);
        features[4] = FeatureHash.Mix(14, word.Suffix2);
        features[5] = FeatureHash.Mix(15, word.Suffix3);
        features[6] = FeatureHash.Mix(16, word.Suffix4);
        features[7] = FeatureHash.Mix(17, word.Shape);
        features[8] = FeatureHash.Mix(41, word.Prefix3, word.Suffix3);
        return 9;
    }

    /// <summary>Writes the features of a token that depend on several words, or on more than their spelling; returns how many.</summary>
    private static int WriteJoint(ReadOnlySpan<TokenAtoms> atoms, int token, Span<uint> features)
    {
        var at = 0;
        foreach (ref readonly var template in JointTemplates.All.AsSpan())
        {
            features[at++] = FeatureHash.Mix(template.Number, Value(atoms, token, template.First), Value(atoms, token, template.Second), Value(atoms, token, template.Third));
        }

        features[at++] = FeatureHash.Mix(JointTemplates.CueNumber, atoms[token].Cue);
        return at + WriteSparse(atoms, token, features[at..]);
    }

    private static uint Value(ReadOnlySpan<TokenAtoms> atoms, int token, AtomAt atom) => AtomAt.Of(At(atoms, token + atom.Place), atom.Atom);

    /// <summary>Writes the features that few tokens have: lexicon matches, names defined in the text, and no white space before the token; returns how many.</summary>
    public static int WriteSparse(ReadOnlySpan<TokenAtoms> atoms, int token, Span<uint> features)
    {
        ref readonly var a = ref atoms[token];
        ref readonly var before = ref At(atoms, token - 1);
        ref readonly var after = ref At(atoms, token + 1);
        return (a.Lexicon | before.Lexicon | after.Lexicon | a.Acronym | a.Definition | a.Glue) == 0 ? 0 : Sparse(a, before, At(atoms, token - 2), after, features);
    }

    private static int Sparse(in TokenAtoms a, in TokenAtoms before, in TokenAtoms before2, in TokenAtoms after, Span<uint> features)
    {
        var at = 0;
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

    /// <summary>The atoms of a token, or padding atoms outside the text.</summary>
    public static ref readonly TokenAtoms At(ReadOnlySpan<TokenAtoms> atoms, int token)
        => ref (uint)token < (uint)atoms.Length ? ref atoms[token] : ref Nothing[0];
}
