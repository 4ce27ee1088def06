using System.Text;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>Builds the senses of a short name from the mentions whose nodes are certain, and computes the similarity of a mention to each.</summary>
internal sealed class SenseInventory(NameCensus census, AliasClusters clusters, PaperContexts contexts, MentionGroups sureUses)
{
    /// <summary>Factor on the cosine if one is a dataset or benchmark and the other a method, task or metric.</summary>
    private const double OtherKind = 0.2;

    /// <summary>Minimum cosine for the sense that the lexicon recognised in the text by more than the letters of an acronym.</summary>
    private const double Recognised = 0.15;

    /// <summary>Minimum number of letters of a long name, so that it does not occur inside other words by chance.</summary>
    private const int ShortestLongName = 12;

    /// <summary>Approximate number of papers in the profile of a sense: every nth use is taken, so there may be almost twice as many.</summary>
    private const int ProfilePapers = 150;

    private readonly List<int>[] _cited = Citations.Resolve(census.Papers);
    private readonly string[][] _longNames = [.. census.Lexicon.Select(LongNames)];

    /// <summary>The senses of a short form that texts or the lexicon define, best supported first, each with the profile of its certain uses.</summary>
    public List<Sense> DefinedSenses(int key, int feature)
    {
        var senses = new List<Sense>();
        foreach (var (root, support) in clusters.SensesOf(key))
        {
            var sense = new Sense { Node = root, Support = support, IsKnown = clusters.LexiconOf(root) >= 0, Resources = KnownKind(root) };
            foreach (var use in Sample(sureUses[root]))
            {
                Add(sense, use, feature);
            }

            senses.Add(sense);
        }

        var own = clusters.Of(key);
        if (clusters.LexiconOf(own) >= 0 && senses.TrueForAll(s => s.Node != own))
        {
            senses.Add(new Sense { Node = own, Support = AliasClusters.LexiconSupport, IsKnown = true, Resources = KnownKind(own) });
        }

        return senses;
    }

    /// <summary>Plus the weight of the lexicon if it lists a dataset or benchmark, minus that if it lists something else, 0 if it lists nothing.</summary>
    private int KnownKind(int root) => clusters.LexiconOf(root) is >= 0 and var entry ? AliasClusters.LexiconSupport * Sign(census.Lexicon[entry].Types[0]) : 0;

    private static int Sign(ConceptType type) => type.IsData() ? 1 : -1;

    private static IEnumerable<int> Sample(ArraySegment<int> uses)
    {
        var step = Math.Max(1, uses.Count / ProfilePapers);
        for (var at = 0; at < uses.Count; at += step)
        {
            yield return uses[at];
        }
    }

    /// <summary>Adds a mention and its context to a sense.</summary>
    public void Add(Sense sense, int mention, int ignored)
    {
        var paper = census.Mentions[mention].Paper;
        sense.Papers.Add(paper);
        if (census.Mentions[mention].Role == ConceptRole.Introduces)
        {
            sense.Coiners.Add(paper);
        }

        sense.Resources += Sign(census.Mentions[mention].Type);
        contexts.AddTo(sense.Profile, paper, ignored);
        var year = census.Papers[paper].Head.Year;
        sense.FirstYear = sense.FirstYear is { } first && !(year < first) ? first : year ?? sense.FirstYear;
    }

    /// <summary>The only sense that papers cited by this one introduce; null if they introduce none or several.</summary>
    public Sense? CitedBy(int paper, List<Sense> senses)
    {
        var cited = senses.FindAll(sense => sense.Coiners.Exists(coiner => _cited[paper].BinarySearch(coiner) >= 0));
        return cited.Count == 1 ? cited[0] : null;
    }

    /// <summary>The only known sense whose long name the paper's own text spells out ("RAFT: Reward rAnked FineTuning …"), or null.</summary>
    public Sense? SpelledOut(int paper, List<Sense> senses)
    {
        if (!senses.Exists(sense => LongNames(sense).Length > 0))
        {
            return null;
        }

        var text = Squeezed(census.Papers[paper].Head.Title) + "\n" + Squeezed(census.Papers[paper].ReadAbstract());
        var spelled = senses.FindAll(sense => LongNames(sense).Any(name => text.Contains(name, StringComparison.Ordinal)));
        return spelled.Count == 1 ? spelled[0] : null;
    }

    /// <summary>The long names to search for in a text; none for a sense that is not in the lexicon.</summary>
    private string[] LongNames(Sense sense) => sense.IsKnown && clusters.LexiconOf(sense.Node) is >= 0 and var entry ? _longNames[entry] : [];

    private static string[] LongNames(LexiconEntry known) =>
    [
        .. known.Aliases.Prepend(known.Name).Where(name => name.Contains(' ', StringComparison.Ordinal) || name.Contains('-', StringComparison.Ordinal))
            .Select(Squeezed).Where(name => name.Length >= ShortestLongName),
    ];

    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                squeezed.Append(char.ToLowerInvariant(letter));
            }
        }

        return squeezed.ToString();
    }

    /// <summary>The sense with the most similar context, and the cosine; null and 0 if no context overlaps.</summary>
    public (Sense? Best, double Score) Nearest(int paper, List<Sense> senses, int feature)
    {
        Sense? best = null;
        var score = 0.0;
        foreach (var sense in senses)
        {
            var similarity = contexts.Similarity(paper, sense.Profile, feature);
            if (similarity > score)
            {
                (best, score) = (sense, similarity);
            }
        }

        return (best, score);
    }

    /// <summary>Similarity of a mention to a sense: the cosine, raised for the sense that the lexicon recognised, lowered for one of another kind.</summary>
    public double Nearness(int mention, Sense sense, int feature)
    {
        var (paper, lexicon) = (census.Mentions[mention].Paper, census.Mentions[mention].Lexicon);
        var near = contexts.Similarity(paper, sense.Profile, feature);
        near = lexicon >= 0 && census.Lexicon[lexicon].IsAmbiguous && clusters.OfLexicon(lexicon) == sense.Node ? Math.Max(near, Recognised) : near;
        return sense.Resources * Sign(census.Mentions[mention].Type) < 0 ? near * OtherKind : near;
    }
}
