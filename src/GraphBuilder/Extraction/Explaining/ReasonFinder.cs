using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Explaining;

/// <summary>Finds the reasons for the concepts of a finished document: the lexicon entries, acronyms, definitions and cues at their mentions.</summary>
internal static class ReasonFinder
{
    /// <summary>One explanation per concept, in order of <see cref="PaperDocument.Concepts"/>.</summary>
    public static ConceptExplanation[] Explain(PaperDocument document) => [.. document.Concepts.Select(concept => Explain(document, concept))];

    private static ConceptExplanation Explain(PaperDocument document, ConceptDraft concept)
    {
        IEnumerable<ExtractionReason> reasons =
        [
            .. FindLexiconEntries(document, concept),
            .. FindAcronyms(document, concept),
            .. FindDefinitions(document, concept),
            .. FindCues(document, concept),
        ];
        return new ConceptExplanation(
            Math.Round(concept.Confidence, 3), Math.Round(concept.RoleConfidence, 3), [.. reasons.DistinctBy(reason => (reason.Rule, reason.Sentence))]);
    }

    private static IEnumerable<ExtractionReason> FindLexiconEntries(PaperDocument document, ConceptDraft concept) =>
        from match in document.LexiconMatches
        where IsAt(concept, match.Range)
        let types = string.Join(" and ", match.Entry.Types.Select(type => type.ToString().ToLowerInvariant()))
        select new ExtractionReason(
            ReasonKind.Lexicon, match.Entry.Id,
            $"The lexicon knows “{document[match.Range]}” as {match.Entry.Name}, a {types}{(match.Entry.IsAmbiguous ? "; the word has other meanings too" : "")}",
            document.ToSpan(match.Range));

    private static IEnumerable<ExtractionReason> FindAcronyms(PaperDocument document, ConceptDraft concept) =>
        from pair in document.Acronyms
        where IsAt(concept, pair.Short) || IsAt(concept, pair.Long)
        select new ExtractionReason(
            ReasonKind.Acronym, "acronym", $"The text says that {document[pair.Short]} stands for {document[pair.Long]}", document.ToSpan(pair.Short));

    private static IEnumerable<ExtractionReason> FindDefinitions(PaperDocument document, ConceptDraft concept) =>
        from definition in document.Definitions
        where IsAt(concept, definition.Range)
        select new ExtractionReason(
            ReasonKind.Definition, definition.Id,
            $"“{document[definition.Range]}” stands {PlaceOf(definition)}", document.ToSpan(definition.Range));

    private static string PlaceOf(NameDefinition definition) => definition.Id switch
    {
        TitleNameFinder.Rule => "before the colon of the title, where papers name what they introduce",
        _ => "beside a phrase with which papers name what they introduce",
    };

    private static IEnumerable<ExtractionReason> FindCues(PaperDocument document, ConceptDraft concept)
    {
        var covered = document.Covered();
        return
            from cue in document.Cues
            where concept.Mentions.Any(mention => Reaches(document, cue, mention.Range, covered))
            orderby cue.Cue.Role == concept.Role ? 0 : 1, cue.Range.First
            select new ExtractionReason(
                cue.Cue.Role == concept.Role ? ReasonKind.Cue : ReasonKind.OtherCue, cue.Cue.Id,
                $"“{document[cue.Range]}” {(cue.Cue.Side == CueSide.Before ? "before" : "behind")} it speaks for “{cue.Cue.Role.ToExportName().Replace('_', ' ')}”",
                document.ToSpan(cue.Range));
    }

    private static bool Reaches(PaperDocument document, CueMatch cue, TokenRange mention, TokenCoverage covered) =>
        document.SentenceOfToken[cue.Range.First] == document.SentenceOfToken[mention.First]
        && CueReach.Between(cue, mention, covered) <= cue.Cue.Reach;

    private static bool IsAt(ConceptDraft concept, TokenRange range) => concept.Mentions.Exists(mention => mention.Range.Overlaps(range));
}
