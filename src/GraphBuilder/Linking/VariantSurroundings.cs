using Stemma.GraphBuilder.Linking.Senses;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Tells whether a name that only its letters join to another is used where the other is: FineLIP matches texts with images, and the LIP of robots is a linear inverted pendulum (words that mean alike stand in like surroundings, Harris 1954).
/// </summary>
internal sealed class VariantSurroundings
{
    /// <summary>Cosine between a paper of the one and the papers of the other from which they are near.</summary>
    private const double Near = 0.02;

    /// <summary>Papers that must name a concept to tell what it is not.</summary>
    private const int FewestPapers = 10;

    /// <summary>Papers that tell what surrounds a concept at most.</summary>
    private const int ProfilePapers = 150;

    private readonly PaperContexts _contexts;
    private readonly Dictionary<int, List<int>> _papers = [];
    private readonly Dictionary<int, ContextProfile> _profiles = [];

    /// <summary>Collects the papers of concepts. One pass over the mentions.</summary>
    public VariantSurroundings(PaperContexts contexts, HashSet<int> concepts, Mention[] mentions, int[] conceptOfMention)
    {
        _contexts = contexts;
        foreach (var concept in concepts)
        {
            _papers.Add(concept, []);
        }

        for (var at = 0; at < mentions.Length; at++)
        {
            if (_papers.TryGetValue(conceptOfMention[at], out var papers) && (papers.Count == 0 || papers[^1] != mentions[at].Paper))
            {
                papers.Add(mentions[at].Paper);
            }
        }
    }

    /// <summary>True where some paper of the variant has surroundings of the other, or too few papers name that. Not for several threads at once.</summary>
    public bool AreNear(ConceptVariant variant)
    {
        var profile = ProfileOf(variant.Of);
        return _papers[variant.Of].Count < FewestPapers || _papers[variant.Variant].Exists(paper => _contexts.Similarity(paper, profile, ignored: -1) >= Near);
    }

    private ContextProfile ProfileOf(int concept)
    {
        if (!_profiles.TryGetValue(concept, out var profile))
        {
            _profiles.Add(concept, profile = new ContextProfile());
            var papers = _papers[concept];
            for (var at = 0; at < papers.Count; at += Math.Max(1, papers.Count / ProfilePapers))
            {
                _contexts.AddTo(profile, papers[at], ignored: -1);
            }
        }

        return profile;
    }
}
