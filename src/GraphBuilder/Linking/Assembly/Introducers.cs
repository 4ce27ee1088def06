using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// For each concept the paper that is taken to have introduced it: of the papers that claim to, the earliest, then one whose text defines it
/// (rather than only names it in its title), then the most confident, then the first by id. <see cref="PaperLinks"/> decides which claims count.
/// </summary>
internal sealed class Introducers
{
    private readonly int[] _papers;
    private readonly double[] _confidences;

    private Introducers(int concepts)
    {
        _papers = new int[concepts];
        _confidences = new double[concepts];
        Array.Fill(_papers, -1);
    }

    /// <summary>The paper that introduced a concept, or −1.</summary>
    public int PaperOf(int concept) => _papers[concept];

    /// <summary>Confidence of its claim.</summary>
    public double ConfidenceOf(int concept) => _confidences[concept];

    /// <summary>Decides for all concepts.</summary>
    public static Introducers Find(LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links)
    {
        var found = new Introducers(corpus.Concepts.Count);
        var keys = new (int Year, int Undefined, double Doubt)[corpus.Concepts.Count];
        for (var paper = 0; paper < links.Count; paper++)
        {
            foreach (var link in links[paper].Where(l => l.Role == ConceptRole.Introduces && !corpus.Concepts[l.Concept].Ambiguous))
            {
                var year = corpus.Papers[paper].Head.Year;
                var key = (year ?? int.MaxValue, IsDefinition(link.By) ? 0 : 1, -link.Confidence);
                if (found._papers[link.Concept] < 0 || key.CompareTo(keys[link.Concept]) < 0)
                {
                    keys[link.Concept] = key;
                    found._papers[link.Concept] = paper;
                    found._confidences[link.Concept] = link.Confidence;
                }
            }
        }

        return found;
    }

    /// <summary>Passes to <paramref name="years"/> when each concept with an introducer was introduced.</summary>
    public void Date(LinkedCorpus corpus, ConceptYears years)
    {
        for (var concept = 0; concept < _papers.Length; concept++)
        {
            if (_papers[concept] >= 0)
            {
                years.Believe(concept, corpus.Papers[_papers[concept]].Head.Year);
            }
        }
    }

    private static bool IsDefinition(string by) => by.StartsWith("definition", StringComparison.Ordinal);
}
