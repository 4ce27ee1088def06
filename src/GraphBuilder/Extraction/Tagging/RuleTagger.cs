using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Marks concept mentions by rule: names that the text defines, then lexicon names, each claiming its tokens, then every later occurrence of what was found.
/// Where a trained model is at hand it decides instead.
/// </summary>
internal sealed class RuleTagger : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.LexiconMatches | Layers.Acronyms | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Mentions;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var found = new List<Mention>();
        foreach (var match in document.LexiconMatches)
        {
            if (!match.Entry.IsAmbiguous || NameShapes.IsCoined(document[match.Range]))
            {
                found.Add(new Mention(match.Range, match.Entry.Types[0], match.Entry.IsGeneric ? 0.5 : 0.9, "lexicon", match.Entry));
            }
        }

        foreach (var definition in document.Definitions)
        {
            found.Add(new Mention(definition.Range, OwnType(document, definition.Range), definition.Weight, definition.Id));
        }

        foreach (var pair in document.Acronyms)
        {
            if (TypeOf(document, pair.Long) is { } type)
            {
                found.Add(new Mention(pair.Long, type, 0.7, "acronym"));
                found.Add(new Mention(pair.Short, type, 0.7, "acronym"));
            }
        }

        Spread(document, found);
        Claim(document, found);
    }

    private static ConceptType? TypeOf(PaperDocument document, TokenRange range) => HeadNouns.TypeOf(document[range.End - 1]);

    private static ConceptType OwnType(PaperDocument document, TokenRange range)
        => TypeOf(document, range) is { } own and (ConceptType.Dataset or ConceptType.Benchmark) ? own
            : range.End < document.Tokens.Count && HeadNouns.TypeOf(document[range.End]) is { } next and (ConceptType.Dataset or ConceptType.Benchmark) ? next
            : ConceptType.Method;

    /// <summary>Later occurrences of a defined name.</summary>
    private static void Spread(PaperDocument document, List<Mention> found)
    {
        var known = found.Where(mention => mention.Entry is null).ToArray();
        foreach (var mention in known)
        {
            for (var at = 0; at + mention.Range.Count <= document.Tokens.Count; at++)
            {
                var range = new TokenRange(at, at + mention.Range.Count);
                if (document[range].Equals(document[mention.Range], StringComparison.Ordinal))
                {
                    found.Add(mention with { Range = range });
                }
            }
        }
    }

    /// <summary>Longest first, then surest, then leftmost; what overlaps a claimed token falls.</summary>
    private static void Claim(PaperDocument document, List<Mention> found)
    {
        var claimed = new bool[document.Tokens.Count];
        foreach (var mention in found.OrderByDescending(mention => mention.Range.Count).ThenByDescending(mention => mention.Confidence).ThenBy(mention => mention.Range.First))
        {
            var tokens = claimed.AsSpan(mention.Range.First, mention.Range.Count);
            if (!tokens.Contains(true))
            {
                tokens.Fill(true);
                document.Mentions.Add(mention);
            }
        }

        document.Mentions.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
    }
}
