using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Inputs of the relation trees for two concepts: their roles, positions and names, their order in the sentence, and the cues and words between them (features of mention pairs
/// after Zhou et al. 2005, "Exploring various knowledge in relation extraction").
/// </summary>
internal static class RelationValues
{
    /// <summary>Number of values.</summary>
    public const int Count = 66;

    private const int Far = 60;

    private const int Signs = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartWords =
        new[] { "consists", "consisting", "comprises", "comprising", "contains", "includes", "including", "component", "components", "module", "modules", "stage", "stages", "parts", "equipped", "featuring", "key", "within", "innovations", "techniques" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VariantWords =
        new[] { "variant", "variants", "version", "extension", "extends", "generalization", "generalisation", "generalizes", "family", "special", "instance", "instantiation", "form", "type", "class" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the values of a pair.</summary>
    /// <param name="document">The paper with roles.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="main">Index of the main introduced concept, or -1.</param>
    /// <param name="covered">For each token whether a mention covers it.</param>
    /// <param name="values">Filled.</param>
    public static void Write(PaperDocument document, RelationPair pair, int main, TokenCoverage covered, Span<float> values)
    {
        var writer = new ValueWriter(values);
        WriteConcept(document, pair.Head, main, ref writer);
        WriteConcept(document, pair.Tail, main, ref writer);
        WriteNames(document, pair, ref writer);
        WriteStanding(document, pair, ref writer);
        WriteBetween(document, pair, ref writer);
        WriteCues(document, pair.TailMention, covered, ref writer);
        WriteCues(document, pair.HeadMention, covered, ref writer);
        if (writer.Count != Count)
        {
            throw new InvalidOperationException($"{writer.Count} values of a relation were written, {Count} are declared");
        }
    }

    private static void WriteConcept(PaperDocument document, int at, int main, ref ValueWriter writer)
    {
        var concept = document.Concepts[at];
        writer.Add((int)concept.Role);
        writer.Add(concept.RoleConfidence);
        writer.Add((int)concept.Type);
        writer.Add(at == main);
        writer.Add(concept.Mentions.Count);
        writer.Add(concept.Mentions[0].Range.First < document.TitleTokens);
        writer.Add(document.SentenceOfToken[concept.Mentions[0].Range.First]);
        writer.Add(concept.ShortForm is not null);
        writer.Add(concept.Entry is not null);
        writer.Add(concept.Mentions[0].Range.Count);
    }

    private static bool StartsWith(ConceptDraft concept, string text)
    {
        foreach (var surface in concept.Surfaces)
        {
            if (surface.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteNames(PaperDocument document, RelationPair pair, ref ValueWriter writer)
    {
        var (head, tail) = (document.Concepts[pair.Head], document.Concepts[pair.Tail]);
        writer.Add(RelationPair.EndsWith(head, tail));
        writer.Add(RelationPair.EndsWith(tail, head));
        writer.Add(head.NamesHold(tail.Surfaces[0]));
        writer.Add(tail.NamesHold(head.Surfaces[0]));
        writer.Add(StartsWith(head, tail.Surfaces[0]));
        var (introduced, closer) = (0, 0);
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            introduced += document.Concepts[other].Role == ConceptRole.Introduces ? 1 : 0;
            closer += other != pair.Head && document.Concepts[other].Role == ConceptRole.Introduces && pair.SharesSentence && IsCloser(document, document.Concepts[other], pair) ? 1 : 0;
        }

        writer.Add(introduced);
        writer.Add(closer);
        writer.Add(pair.Head < pair.Tail);
    }

    private static bool IsCloser(PaperDocument document, ConceptDraft other, RelationPair pair)
    {
        var distance = Math.Abs(pair.HeadMention.First - pair.TailMention.First);
        foreach (var mention in other.Mentions)
        {
            if (document.SentenceOfToken[mention.Range.First] == document.SentenceOfToken[pair.TailMention.First] && Math.Abs(mention.Range.First - pair.TailMention.First) < distance)
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteStanding(PaperDocument document, RelationPair pair, ref ValueWriter writer)
    {
        var shared = 0;
        foreach (var left in document.Concepts[pair.Head].Mentions)
        {
            foreach (var right in document.Concepts[pair.Tail].Mentions)
            {
                shared += document.SentenceOfToken[left.Range.First] == document.SentenceOfToken[right.Range.First] ? 1 : 0;
            }
        }

        writer.Add(shared);
        writer.Add(!pair.SharesSentence ? 0 : pair.HeadMention.First < pair.TailMention.First ? 1 : 2);
        writer.Add(pair.SharesSentence && pair.TailMention.First < document.TitleTokens);
        var evidence = document.Concepts[pair.Tail].Mentions[document.Concepts[pair.Tail].EvidenceMention].Range;
        writer.Add(pair.SharesSentence && document.SentenceOfToken[evidence.First] == document.SentenceOfToken[pair.TailMention.First]);
        writer.Add(pair.SharesSentence ? document.SentenceOfToken[pair.TailMention.First] : -1);
    }

    /// <summary>Length of the text between the two, and its words for parts and variants, punctuation, conjunctions and groups of <see cref="SentenceSigns"/>.</summary>
    private static void WriteBetween(PaperDocument document, RelationPair pair, ref ValueWriter writer)
    {
        Span<int> signs = stackalloc int[Signs + 1];
        signs.Clear();
        var (first, end) = pair.HeadMention.First < pair.TailMention.First ? (pair.HeadMention.End, pair.TailMention.First) : (pair.TailMention.End, pair.HeadMention.First);
        var (part, variant, comma, colon, and, that) = (0, 0, 0, 0, 0, 0);
        for (var token = first; pair.SharesSentence && token < end; token++)
        {
            signs[document.Signs[token]]++;
            part += PartWords.Contains(document[token]) ? 1 : 0;
            variant += VariantWords.Contains(document[token]) ? 1 : 0;
            comma += document.Is(token, ',') ? 1 : 0;
            colon += document.Is(token, ':') || document.Is(token, ';') ? 1 : 0;
            and += document.Is(token, "and") ? 1 : 0;
            that += document.Is(token, "that") || document.Is(token, "which") ? 1 : 0;
        }

        writer.Add(pair.SharesSentence ? Math.Min(Far, end - first) : Far);
        writer.Add(part);
        writer.Add(variant);
        writer.Add(comma);
        writer.Add(colon);
        writer.Add(and);
        writer.Add(that);
        for (var sign = 1; sign <= Signs; sign++)
        {
            writer.Add(signs[sign]);
        }
    }

    /// <summary>For each role the distance of its nearest cue, <see cref="CueReach.Unreachable"/> where there is none; then the group of the word before the mention.</summary>
    private static void WriteCues(PaperDocument document, TokenRange mention, TokenCoverage covered, ref ValueWriter writer)
    {
        Span<int> nearest = stackalloc int[RoleClassifier.Roles];
        nearest.Fill(CueReach.Unreachable);
        foreach (var cue in mention.Count > 0 ? document.CuesIn(document.SentenceAt(mention.First)) : [])
        {
            ref var distance = ref nearest[(int)cue.Cue.Role];
            distance = Math.Min(distance, CueReach.Between(cue, mention, covered));
        }

        // Measures and mentions are left out: no relation depends on them.
        for (var role = 0; role <= (int)ConceptRole.Addresses; role++)
        {
            writer.Add(nearest[role]);
        }

        writer.Add(mention.Count > 0 ? WordsBefore(document, mention) : -1);
    }

    /// <summary>Group of the word right before a mention: 1 of, 2 for, 3 with, 4 by, 5 to, 6 in or on, 7 a or the, 8 and or comma, 0 any other.</summary>
    private static int WordsBefore(PaperDocument document, TokenRange mention)
    {
        var before = mention.First - 1;
        return document.Is(before, "of") ? 1 : document.Is(before, "for") ? 2 : document.Is(before, "with") ? 3 : document.Is(before, "by") ? 4 : document.Is(before, "to") ? 5
            : document.Is(before, "in") || document.Is(before, "on") ? 6 : document.Is(before, "a") || document.Is(before, "the") || document.Is(before, "an") ? 7
            : document.Is(before, "and") || document.Is(before, ',') ? 8 : 0;
    }
}
