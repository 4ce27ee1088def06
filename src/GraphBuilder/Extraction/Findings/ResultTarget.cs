using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A mention that a number may belong to.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Concept">Index of its concept.</param>
internal readonly record struct ResultTarget(TokenRange Range, int Concept)
{
    /// <summary>True where one of the mentions covers a token.</summary>
    public static bool AnyHas(List<ResultTarget> mentions, int token)
    {
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(mentions))
        {
            if (mention.Range.First <= token && token < mention.Range.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where one of the mentions begins at a token.</summary>
    public static bool AnyBeginsAt(List<ResultTarget> mentions, int token)
    {
        foreach (ref readonly var mention in CollectionsMarshal.AsSpan(mentions))
        {
            if (mention.Range.First == token)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Finds the mentions of wanted concepts in a sentence.</summary>
internal static class ResultTargets
{
    /// <summary>The mentions, in order; adjacent forms of one concept (long form, acronym) are merged.</summary>
    public static List<ResultTarget> In(PaperDocument document, TokenRange sentence, Predicate<ConceptDraft> wanted)
    {
        var found = new List<ResultTarget>();
        for (var concept = 0; concept < document.Concepts.Count; concept++)
        {
            if (wanted(document.Concepts[concept]))
            {
                foreach (var mention in document.Concepts[concept].Mentions)
                {
                    if (sentence.Contains(mention.Range))
                    {
                        found.Add(new ResultTarget(mention.Range, concept));
                    }
                }
            }
        }

        found.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
        for (var at = found.Count - 1; at > 0; at--)
        {
            if (found[at].Concept == found[at - 1].Concept && found[at].Range.First - found[at - 1].Range.End <= 1)
            {
                found[at - 1] = found[at - 1] with { Range = new TokenRange(found[at - 1].Range.First, found[at].Range.End) };
                found.RemoveAt(at);
            }
        }

        return found;
    }
}
