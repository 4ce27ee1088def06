using System.Runtime.CompilerServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Inputs of the second pass for one concept: its first-pass probabilities, the kind of paper, its position, its name, what other papers do with the name, and what the paper does
/// with its other concepts (stacking, Wolpert 1992; roles of one paper depend on each other as in Roth and Yih 2004, because a paper has few contributions).
/// </summary>
[SkipLocalsInit]
internal static class RoleValues
{
    private static readonly ConceptType[] AllTypes = Enum.GetValues<ConceptType>();

    /// <summary>Number of groups of <see cref="SentenceSigns"/>.</summary>
    private const int Signs = 12;

    /// <summary>Farther cues count as none.</summary>
    private const int FarCue = 20;

    /// <summary>Number of values.</summary>
    public static readonly int Count = 122 + PaperKinds.Values + RoleShape.Count + RoleCues.All.Count;

    /// <summary>Writes the values of one concept.</summary>
    /// <param name="document">The paper, with first-pass probabilities in its role buffers.</param>
    /// <param name="at">Index of the concept.</param>
    /// <param name="memory">What other papers do.</param>
    /// <param name="covered">For each token whether a mention covers it.</param>
    /// <param name="values">Filled.</param>
    public static void Write(PaperDocument document, int at, RoleMemory memory, TokenCoverage covered, Span<float> values)
    {
        var writer = new ValueWriter(values);
        var concept = document.Concepts[at];
        WriteLooks(document, at, ref writer);
        PaperKinds.WriteValues(document.Roles.Kinds, ref writer);
        WriteConcept(document, concept, ref writer);
        WritePlace(document, concept, ref writer);
        RoleTitle.Write(document, concept, ref writer);
        RoleShape.Write(document, concept, ref writer);
        WriteMemory(document, concept, memory, ref writer);
        RoleNeighbours.Write(document, at, ref writer);
        WriteCues(document, concept, covered, ref writer);
        WriteSigns(document, concept, ref writer);
        if (writer.Count != values.Length)
        {
            throw new InvalidOperationException($"{writer.Count} values of a role were written, {values.Length} are declared");
        }
    }

    private static void WriteLooks(PaperDocument document, int at, ref ValueWriter writer)
    {
        foreach (var look in document.Roles.First(at))
        {
            writer.Add(look);
        }

        foreach (var look in document.Roles.Net(at))
        {
            writer.Add(look);
        }

        for (var role = 0; role < RoleClassifier.Roles; role++)
        {
            var most = 0.0;
            for (var mention = 0; mention < document.Concepts[at].Mentions.Count; mention++)
            {
                most = Math.Max(most, document.Roles.First(at, mention)[role]);
            }

            writer.Add(most);
        }
    }

    private static void WriteConcept(PaperDocument document, ConceptDraft concept, ref ValueWriter writer)
    {
        foreach (var type in AllTypes)
        {
            writer.Add(concept.Type == type);
        }

        writer.Add(concept.Judgement);
        writer.Add(concept.Confidence);
        writer.Add(concept.Mentions.Count);
        writer.Add(concept.Surfaces.Count);
        writer.Add(NameShapes.IsCoined(document, concept.Mentions[0].Range.First));
        writer.Add(concept.ShortForm is not null);
        writer.Add(concept.Entry is null ? 0 : concept.Entry.IsGeneric ? 2 : 1);
        writer.Add(concept.Mentions[0].Range.Count);
        writer.Add(concept.Surfaces[0].Length);
        writer.Add(concept.Surfaces[0].AsSpan().ContainsAnyInRange('A', 'Z'));
        var (defined, weight) = (0, 0.0);
        foreach (var definition in document.Definitions)
        {
            foreach (var mention in concept.Mentions)
            {
                if (mention.Range.Overlaps(definition.Range))
                {
                    defined++;
                    weight = Math.Max(weight, definition.Weight);
                    break;
                }
            }
        }

        writer.Add(defined);
        writer.Add(weight);
        writer.Add(document.Definitions.Count);
    }

    /// <summary>Positions of the first and last mention in the abstract, as shares of its length and as sentences.</summary>
    private static void WritePlace(PaperDocument document, ConceptDraft concept, ref ValueWriter writer)
    {
        var length = (double)Math.Max(1, document.Tokens.Count - document.TitleTokens);
        var first = concept.FirstFrom(document.TitleTokens);
        var last = concept.Mentions[^1].Range.First;
        writer.Add(first < 0 ? -1 : (concept.Mentions[first].Range.First - document.TitleTokens) / length);
        writer.Add(first < 0 ? -1 : (last - document.TitleTokens) / length);
        writer.Add(first < 0 ? -1 : document.SentenceOfToken[concept.Mentions[first].Range.First]);
        writer.Add(first < 0 ? -1 : document.Sentences.Count - document.SentenceOfToken[last]);
        writer.Add(document.Sentences.Count);
    }

    private static void WriteMemory(PaperDocument document, ConceptDraft concept, RoleMemory memory, ref ValueWriter writer)
    {
        var record = memory.Find(concept);
        writer.Add(record.Papers);
        writer.Add(record.Judgement);
        writer.Add(record.Title);
        writer.Add(record.Type(concept.Type));
        foreach (var role in RoleClassifier.AllRoles)
        {
            writer.Add(record.Role(role));
        }

        // "Persona-Aware Contrastive Learning": the known name that an unknown one ends with.
        var known = default(RoleRecord);
        var words = 0;
        var range = concept.Mentions[0].Range;
        for (var first = range.First + 1; !record.IsKnown && first < range.End && !known.IsKnown; first++)
        {
            known = memory.Find(document[range with { First = first }]);
            words = first - range.First;
        }

        writer.Add(known.Papers);
        writer.Add(known.IsKnown ? words : -1);
    }

    /// <summary>For each cue its smallest distance from a mention.</summary>
    private static void WriteCues(PaperDocument document, ConceptDraft concept, TokenCoverage covered, ref ValueWriter writer)
    {
        Span<int> nearest = stackalloc int[RoleCues.All.Count];
        nearest.Fill(FarCue);
        foreach (var mention in concept.Mentions)
        {
            foreach (var cue in document.CuesIn(document.SentenceAt(mention.Range.First)))
            {
                nearest[cue.Cue.Index] = Math.Min(nearest[cue.Cue.Index], CueReach.Between(cue, mention.Range, covered));
            }
        }

        foreach (var distance in nearest)
        {
            writer.Add(distance);
        }
    }

    /// <summary>How often words of each group occur before and after a mention in its sentence.</summary>
    private static void WriteSigns(PaperDocument document, ConceptDraft concept, ref ValueWriter writer)
    {
        Span<int> counts = stackalloc int[2 * (Signs + 1)];
        counts.Clear();
        foreach (var mention in concept.Mentions)
        {
            var sentence = document.SentenceAt(mention.Range.First);
            for (var token = sentence.First; token < sentence.End; token++)
            {
                counts[(int)document.Signs[token] + (token < mention.Range.First ? 0 : Signs + 1)]++;
            }
        }

        for (var sign = 1; sign <= Signs; sign++)
        {
            writer.Add(counts[sign]);
            writer.Add(counts[Signs + 1 + sign]);
        }
    }
}
