using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Context features of one mention: cues with their distance, the words that govern it across a coordination, contrast and first person in the sentence, its subject, and the words
/// of the title.
/// </summary>
internal static class MentionRoleFeatures
{
    private const int LeftWindow = 5;

    private const int RightWindow = 3;

    /// <summary>Adds the features of one mention.</summary>
    public static void Write(PaperDocument document, ConceptDraft concept, Mention mention, TokenCoverage covered, FeatureBag bag)
    {
        var type = (uint)concept.Type;
        var range = mention.Range;
        var sentence = document.SentenceAt(range.First);
        WriteCues(document, mention, covered, type, bag);
        WriteWords(document, range, sentence, covered, type, bag);
        WriteSentence(document, range, sentence, type, bag);
        WriteSubject(document, range, sentence, type, bag);
        if (range.First < document.TitleTokens)
        {
            WriteTitle(document, range, type, bag);
        }
    }

    private static void WriteCues(PaperDocument document, Mention mention, TokenCoverage covered, uint type, FeatureBag bag)
    {
        var (before, beforeDistance, after, afterDistance) = (0u, CueReach.Unreachable, 0u, CueReach.Unreachable);
        foreach (var cue in document.CuesIn(document.SentenceAt(mention.Range.First)))
        {
            var distance = CueReach.Between(cue, mention.Range, covered);
            if (distance > cue.Cue.Reach)
            {
                continue;
            }

            var id = (uint)cue.Cue.Index;
            bag.Add(20, id, type);
            bag.Add(21, id, (uint)Math.Min(distance, 3), type);
            bag.Add(22, (uint)cue.Cue.Role, (uint)cue.Cue.Side, type);
            bag.Add(23, FeatureHash.OfLower(document[cue.Range]), (uint)Math.Min(distance, 2), (uint)cue.Cue.Side);
            if (cue.Cue.Side == CueSide.Before && distance <= beforeDistance)
            {
                (before, beforeDistance) = (id + 1, distance);
            }
            else if (cue.Cue.Side == CueSide.After && distance < afterDistance)
            {
                (after, afterDistance) = (id + 1, distance);
            }
        }

        bag.Add(24, before, type);
        bag.Add(25, after, type);
        bag.Add(26, before, after, type);
        bag.Add(27, before, RoleFeatures.PlaceOf(document, mention.Range.First), type);
    }

    private static void WriteWords(PaperDocument document, TokenRange range, TokenRange sentence, TokenCoverage covered, uint type, FeatureBag bag)
    {
        var (left, right, left2) = (1u, 1u, 1u);
        var found = 0;
        for (var token = range.First - 1; token >= sentence.First && found < LeftWindow; token--)
        {
            if (covered[token] || document.Links[token] == TokenLink.Joins)
            {
                continue;
            }

            var word = document.FactsOf(token).Lower;
            left2 = found == 1 ? word : left2;
            left = found == 0 ? word : left;
            bag.Add(30, word, found < 2 ? 0u : 1u, type);
            bag.Add(31, word, type < 1 ? 0u : 1u);
            found++;
        }

        found = 0;
        for (var token = range.End; token < sentence.End && found < RightWindow; token++)
        {
            if (covered[token] || document.Links[token] == TokenLink.Joins)
            {
                continue;
            }

            var word = document.FactsOf(token).Lower;
            right = found == 0 ? word : right;
            bag.Add(32, word, found < 1 ? 0u : 1u, type);
            found++;
        }

        bag.Add(33, left, type);
        bag.Add(34, left2, left, type);
        bag.Add(35, right, type);
        bag.Add(36, left, right, type);
        var before = range.First > sentence.First ? document.FactsOf(range.First - 1).Lower : 1u;
        var after = range.End < sentence.End ? document.FactsOf(range.End).Lower : 1u;
        bag.Add(37, before, type);
        bag.Add(38, after, type);
        bag.Add(39, before, after, type);
        var (article, head) = ((uint)RoleShape.Article(document, range), (uint)RoleShape.Head(document, range));
        var capitals = RoleShape.Capitals(document, range) switch { < 0 => 0u, < 0.5 => 1u, < 1 => 2u, _ => 3u };
        bag.Add(40, article, head, type);
        bag.Add(41, capitals, head, type);
        bag.Add(42, article, capitals, type);
    }

    private static void WriteSentence(PaperDocument document, TokenRange range, TokenRange sentence, uint type, FeatureBag bag)
    {
        bag.Add(50, RoleFeatures.PlaceOf(document, range.First), type);
        var signs = 0u;
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Signs[token] is > 0 and var sign)
            {
                var side = token < range.First ? 0u : 1u;
                bag.Add(51, sign, side, type);
                bag.Add(52, sign, side, RoleFeatures.PlaceOf(document, range.First));
                signs |= 1u << (int)(sign + (side * 16));
            }
        }

        const uint Before = 0xFFFF;
        bag.Add(54, (signs | signs >> 16) & 0b1_1101_1110, type);
        bag.Add(55, signs & Before & 0b1_1101_1110, type);
        bag.Add(56, (signs | signs >> 16) & 0b1110, RoleFeatures.PlaceOf(document, range.First), type);

        foreach (var definition in document.Definitions)
        {
            if (sentence.Contains(definition.Range) && !definition.Range.Overlaps(range))
            {
                bag.Add(53, definition.Range.First < range.First ? 0u : 1u, type);
            }
        }
    }

    /// <summary>
    /// The subject of the sentence: the verb after the nearest "we" before the mention, words in "-ly" and adverbs skipped, and whether a name that the text introduces precedes
    /// the mention, with the word after that name.
    /// </summary>
    private static void WriteSubject(PaperDocument document, TokenRange range, TokenRange sentence, uint type, FeatureBag bag)
    {
        for (var token = range.First - 1; token >= sentence.First; token--)
        {
            if (document.Is(token, "we"))
            {
                var verb = token + 1;
                while (verb < range.First && SentenceSigns.IsAdverb(document[verb]))
                {
                    verb++;
                }

                bag.Add(57, document.FactsOf(verb).Lower, type);
                bag.Add(58, document.FactsOf(verb).Lower, document.FactsOf(range.First - 1).Lower, type);
                break;
            }
        }

        var own = 0u;
        foreach (var definition in document.Definitions)
        {
            var name = document[definition.Range];
            for (var token = sentence.First; token + definition.Range.Count <= range.First; token++)
            {
                if (document[new TokenRange(token, token + definition.Range.Count)].SequenceEqual(name))
                {
                    var next = token + definition.Range.Count;
                    own = 1;
                    bag.Add(59, document.FactsOf(next).Lower, type);
                    bag.Add(64, document.FactsOf(next).Lower, document.FactsOf(range.First - 1).Lower, type);
                }
            }
        }

        bag.Add(65, own, RoleFeatures.PlaceOf(document, range.First), type);
    }

    /// <summary>The last preposition before the mention in the title, and the mention's side of the first colon.</summary>
    private static void WriteTitle(PaperDocument document, TokenRange range, uint type, FeatureBag bag)
    {
        var governor = 1u;
        var colon = 0u;
        for (var token = 0; token < document.TitleTokens; token++)
        {
            if (colon == 0 && document.Is(token, ':'))
            {
                colon = token < range.First ? 2u : 1u;
            }

            if (token < range.First && SentenceSigns.IsPreposition(document[token]))
            {
                governor = document.FactsOf(token).Lower;
            }
        }

        bag.Add(60, governor, type);
        bag.Add(61, colon, type);
        bag.Add(62, governor, colon, type);
        bag.Add(63, range.First == 0 ? 1u : 0u, range.End == document.TitleTokens ? 1u : 0u, type);
    }
}
