using System.Globalization;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Compares extractions with labels and fills a <see cref="Scorecard"/>; the headline figures equal those of the labelled data's own scorer.</summary>
public static class Scorer
{
    /// <summary>Extracts and scores all labelled papers.</summary>
    /// <param name="extractor">The extractor to evaluate.</param>
    /// <param name="papers">Labelled papers with texts.</param>
    /// <param name="cancellation">Stops between two papers.</param>
    public static Scorecard Score(PaperExtractor extractor, IReadOnlyList<LabelledPaper> papers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(papers);
        var card = new Scorecard();
        foreach (var paper in papers)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(card, paper, extractor.Extract(paper.Title, paper.Abstract));
        }

        return card;
    }

    /// <summary>Adds one paper to the card.</summary>
    public static void Add(Scorecard card, LabelledPaper gold, PaperExtraction found)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        card.Papers++;
        var wanted = gold.Concepts.Select(concept => Folded(concept.Forms)).ToArray();
        var names = found.Concepts.Select(concept => Folded([concept.Name, .. concept.Surfaces])).ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            AddFound(card, gold, wanted, found.Concepts[at], names[at]);
        }

        for (var at = 0; at < wanted.Length; at++)
        {
            var hits = found.Concepts.Where((_, other) => names[other].Overlaps(wanted[at])).ToArray();
            if (gold.Concepts[at].Required)
            {
                AddWanted(card, gold, gold.Concepts[at], hits);
            }
        }

        AddResults(card, gold, found, names);
        AddRelations(card, gold, wanted, found, names);
    }

    private static HashSet<string> Folded(IEnumerable<string> names) => names.Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);

    private static ConceptType Headline(ConceptType type) => type == ConceptType.Benchmark ? ConceptType.Dataset : type;

    private static void AddFound(Scorecard card, LabelledPaper gold, HashSet<string>[] wanted, ExtractedConcept concept, HashSet<string> names)
    {
        var hits = gold.Concepts.Where((_, at) => wanted[at].Overlaps(names)).ToArray();
        card.Names.Found++;
        card.Typed.Found++;
        card.ByType[concept.Types[0]].Found++;
        card.ByRole[concept.Role].Found++;
        card.Names.Right += hits.Length > 0 ? 1 : 0;
        card.Typed.Right += hits.Any(hit => hit.Types.Select(Headline).Intersect(concept.Types.Select(Headline)).Any()) ? 1 : 0;
        card.ByType[concept.Types[0]].Right += hits.Any(hit => hit.Types.Contains(concept.Types[0])) ? 1 : 0;
        card.ByRole[concept.Role].Right += hits.Any(hit => hit.Roles.Contains(concept.Role)) ? 1 : 0;
        card.Confidence.Add(concept.Role, concept.Confidence, hits.Any(hit => hit.Roles.Contains(concept.Role)));
        var counts = hits.Length == 0 || hits.Any(hit => hit.Required);
        card.ByRoleWithoutOptional[concept.Role].Found += counts ? 1 : 0;
        card.ByRoleWithoutOptional[concept.Role].Right += counts && hits.Any(hit => hit.Roles.Contains(concept.Role)) ? 1 : 0;
        if (hits.Length == 0)
        {
            card.Errors.Add($"{concept.Types[0]} that no reader lists, as {concept.Role.ToExportName()}", gold.Id, concept.Name);
        }
        else if (!hits.Any(hit => hit.Types.Select(Headline).Intersect(concept.Types.Select(Headline)).Any()))
        {
            card.Errors.Add($"{hits[0].Types[0]} taken for {concept.Types[0]}", gold.Id, concept.Name);
        }
        else if (!hits.Any(hit => hit.Roles.Contains(concept.Role)))
        {
            card.Errors.Add($"{hits[0].Roles[0].ToExportName()} taken for {concept.Role.ToExportName()}", gold.Id, concept.Name);
        }
    }

    private static void AddWanted(Scorecard card, LabelledPaper gold, LabelledConcept concept, ExtractedConcept[] hits)
    {
        var type = concept.Types[0];
        card.Names.Wanted++;
        card.Typed.Wanted++;
        card.ByType[type].Wanted++;
        card.Names.Recalled += hits.Length > 0 ? 1 : 0;
        card.Typed.Recalled += hits.Any(hit => hit.Types.Select(Headline).Intersect(concept.Types.Select(Headline)).Any()) ? 1 : 0;
        card.ByType[type].Recalled += hits.Any(hit => concept.Types.Contains(hit.Types[0])) ? 1 : 0;
        var role = concept.Roles[0];
        card.ByRole[role].Wanted++;
        card.ByRole[role].Recalled += hits.Any(hit => hit.Role == role) ? 1 : 0;
        if (hits.Length > 0)
        {
            AddRole(card, concept, hits);
        }
        else
        {
            card.Errors.Add($"{type} missed", gold.Id, concept.Name);
        }
    }

    /// <summary>Counts the role of a required concept that was found, possibly under several names: the first acceptable role counts, else the first role.</summary>
    private static void AddRole(Scorecard card, LabelledConcept concept, ExtractedConcept[] hits)
    {
        var given = (hits.FirstOrDefault(hit => concept.Roles.Contains(hit.Role)) ?? hits[0]).Role;
        var right = concept.Roles.Contains(given) ? 1 : 0;
        card.Roles.Add(new Tally { Found = 1, Right = right, Wanted = 1, Recalled = right });
        card.ByRoleGivenConcepts[given].Add(new Tally { Found = 1, Right = right });
        card.ByRoleGivenConcepts[concept.Roles[0]].Add(new Tally { Wanted = 1, Recalled = hits.Any(hit => hit.Role == concept.Roles[0]) ? 1 : 0 });
    }

    /// <summary>A result is right if target and number agree; value and change are interchangeable, because annotators use either.</summary>
    private static void AddResults(Scorecard card, LabelledPaper gold, PaperExtraction found, HashSet<string>[] names)
    {
        var open = gold.Results.Where(result => result.On is not null).ToList();
        card.Results.Wanted += open.Count;
        foreach (var result in found.Results)
        {
            card.Results.Found++;
            var at = open.FindIndex(label => SameTarget(names[result.On], gold, label.On!) && ResultMatch.IsSameNumber(result.Value, label));
            if (at >= 0)
            {
                card.Results.Right++;
                card.Results.Recalled++;
                AddDetails(card, gold, result, open[at], names);
                open.RemoveAt(at);
            }
            else
            {
                card.Errors.Add("result that no reader lists", gold.Id, string.Create(CultureInfo.InvariantCulture, $"{result.Value}{result.Unit} on {found.Concepts[result.On].Name}"));
            }
        }

        open.ForEach(label => card.Errors.Add("result missed", gold.Id, $"{label.Value ?? label.Delta} on {label.On}"));
    }

    /// <summary>Scores the details of a correct number against its label: level or change, metric, method.</summary>
    private static void AddDetails(Scorecard card, LabelledPaper gold, ExtractedResult result, LabelledResult label, HashSet<string>[] names)
    {
        var kind = !ResultFigure.IsChange(result.Value, result.Delta) ? NumberKind.Level : result.Delta < 0 ? NumberKind.Loss : NumberKind.Gain;
        Add(card.ResultKinds, true, true, kind == ResultMatch.KindOf(result.Value, label));
        Add(card.ResultMetrics, result.Metric is not null, label.Metric is not null, result.Metric is { } metric && label.Metric is { } printed && SameTarget([NameFolding.Fold(metric)], gold, printed));
        Add(card.ResultMethods, result.Of is not null, label.Of is not null, result.Of is { } of && label.Of is { } method && SameTarget(names[of], gold, method));
    }

    private static void Add(Tally tally, bool found, bool wanted, bool right)
        => tally.Add(new Tally { Found = found ? 1 : 0, Wanted = wanted ? 1 : 0, Right = right ? 1 : 0, Recalled = right ? 1 : 0 });

    /// <summary>True if a name is the target's or is among its words, because annotators combine targets ("HotpotQA and MuSiQue").</summary>
    private static bool SameTarget(HashSet<string> names, LabelledPaper gold, string target)
    {
        var folded = NameFolding.Fold(target);
        var forms = gold.Concepts.FirstOrDefault(concept => concept.Forms.Any(form => NameFolding.Fold(form) == folded)) is { } concept ? Folded(concept.Forms) : [folded];
        return names.Overlaps(forms) || names.Any(name => name.Length > 2 && NameFolding.HasWords(folded, name));
    }

    private static void AddRelations(Scorecard card, LabelledPaper gold, HashSet<string>[] wanted, PaperExtraction found, HashSet<string>[] names)
    {
        if (!gold.HasRelations)
        {
            return;
        }

        var open = gold.Relations.Select(relation => (Head: FormsOf(gold, wanted, relation.Head), relation.Type, Tail: FormsOf(gold, wanted, relation.Tail))).ToList();
        foreach (var relation in open)
        {
            CountRelation(card, relation.Type, tally => tally.Wanted++);
        }

        foreach (var relation in found.Relations)
        {
            CountRelation(card, relation.Type, tally => tally.Found++);
            var at = open.FindIndex(label => label.Type == relation.Type && label.Head.Overlaps(names[relation.Head]) && label.Tail.Overlaps(names[relation.Tail]));
            if (at >= 0)
            {
                CountRelation(card, relation.Type, tally => (tally.Right, tally.Recalled) = (tally.Right + 1, tally.Recalled + 1));
                open.RemoveAt(at);
            }
            else
            {
                card.Errors.Add($"relation {relation.Type.ToLowerInvariant()} that no reader lists", gold.Id, $"{found.Concepts[relation.Head].Name} → {found.Concepts[relation.Tail].Name}");
            }
        }

        open.ForEach(label => card.Errors.Add($"relation {label.Type.ToLowerInvariant()} missed", gold.Id, $"{label.Head.First()} → {label.Tail.First()}"));
    }

    private static void CountRelation(Scorecard card, string type, Action<Tally> count)
    {
        count(card.Relations);
        if (card.ByRelation.TryGetValue(type, out var tally))
        {
            count(tally);
        }
    }

    private static HashSet<string> FormsOf(LabelledPaper gold, HashSet<string>[] wanted, string name)
    {
        var folded = NameFolding.Fold(name);
        var at = Enumerable.Range(0, gold.Concepts.Count).FirstOrDefault(index => wanted[index].Contains(folded), -1);
        return at < 0 ? [folded] : wanted[at];
    }
}
