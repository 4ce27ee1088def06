using System.Collections.Frozen;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>
/// Composes and decomposes accented Latin letters. The runtime's own normalisation does nothing under invariant globalisation, which the whole program uses; the pairs
/// follow the canonical decompositions of Unicode for Latin-1 and Latin Extended-A, -B and Additional.
/// </summary>
public static class LatinLetters
{
    // One row per combining mark: the mark, then pairs of base and composed letter.
    private static readonly (char Mark, string Pairs)[] Compositions =
    [
        ('\u0300', "AÀaàEÈeèIÌiìOÒoòUÙuùNǸnǹWẀwẁYỲyỳ"),
        ('\u0301', "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵKḰkḱMḾmḿPṔpṕWẂwẃ"),
        ('\u0302', "AÂaâEÊeêIÎiîOÔoôUÛuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑ"),
        ('\u0303', "AÃaãNÑnñOÕoõIĨiĩUŨuũEẼeẽVṼvṽYỸyỹ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡTṪtṫWẆwẇXẊxẋYẎyẏOȮoȯ"),
        ('\u0308', "AÄaäEËeëIÏiïOÖoöUÜuüyÿYŸHḦhḧWẄwẅXẌxẍtẗ"),
        ('\u030A', "AÅaåUŮuů"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzžLĽlľAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩHȞhȟjǰ"),
        ('\u0323', "AẠaạBḄbḅDḌdḍEẸeẹHḤhḥIỊiịKḲkḳLḶlḷMṂmṃNṆnṇOỌoọRṚrṛSṢsṣTṬtṭUỤuụVṾvṿWẈwẉYỴyỵZẒzẓ"),
        ('\u0326', "SȘsșTȚtț"),
        ('\u0327', "CÇcçSŞsşTŢtţGĢKĶkķLĻlļNŅnņRŖrŗ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
        ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕ"),
    ];

    // Letters without a decomposition, each followed by the letter that stands for it in a search without accents.
    private const string Plain = "ØOøoŁLłlĐDđdĦHħhŦTŧtıiÐDðd";

    private static readonly FrozenDictionary<(char Base, char Mark), char> Composed = Compositions
        .SelectMany(row => Pairs(row.Pairs).Select(pair => (Key: (pair.First, row.Mark), Value: pair.Second)))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Value);

    private static readonly FrozenDictionary<char, char> Bases = Composed
        .Select(entry => (Letter: entry.Value, entry.Key.Base))
        .Concat(Pairs(Plain).Select(pair => (Letter: pair.First, Base: pair.Second)))
        .ToFrozenDictionary(entry => entry.Letter, entry => entry.Base);

    /// <summary>The composed letter, or the letter followed by the combining mark if there is no composed form.</summary>
    public static string Compose(char letter, char mark) =>
        Composed.TryGetValue((letter, mark), out var composed) ? composed.ToString() : $"{letter}{mark}";

    /// <summary>Maximum number of letters that one letter folds to.</summary>
    public const int MostFolded = 2;

    /// <summary>
    /// Writes the letter in lower case without marks: <c>É</c> becomes <c>e</c>, <c>ß</c> becomes <c>ss</c>, a combining mark nothing. Returns the number of letters
    /// written.
    /// </summary>
    public static int Fold(char letter, Span<char> folded)
    {
        var two = letter switch
        {
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            _ => "",
        };
        two.CopyTo(folded);
        if (two.Length > 0 || letter is >= '\u0300' and <= '\u036F')
        {
            return two.Length;
        }

        folded[0] = char.ToLowerInvariant(Bases.GetValueOrDefault(letter, letter));
        return 1;
    }

    private static IEnumerable<(char First, char Second)> Pairs(string letters) =>
        letters.Chunk(2).Select(pair => (pair[0], pair[1]));
}
