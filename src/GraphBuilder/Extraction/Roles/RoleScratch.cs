using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Buffers of the role classifier; one object a thread.</summary>
internal sealed class RoleScratch
{
    private readonly List<int> _firstMention = [];
    private double[] _concepts = [];
    private double[] _mentions = [];
    private double[] _net = [];
    private byte[] _types = [];

    /// <summary>All features of one concept.</summary>
    public FeatureBag All { get; } = new();

    /// <summary>Lists of the paper at hand.</summary>
    public ConceptLists Lists { get; } = new();

    /// <summary>What the net sees of the paper at hand.</summary>
    public RoleView View { get; } = new();

    /// <summary>Buffers of the net.</summary>
    public RoleNetScratch Units { get; } = new();

    /// <summary>Numbers of the sentences in which the paper at hand speaks of itself.</summary>
    public HashSet<int> OwnActs { get; } = [];

    /// <summary>Probabilities of the kinds of paper (<see cref="PaperKinds"/>).</summary>
    public double[] Kinds { get; } = new double[PaperKinds.Count];

    /// <summary>For each token 1 and the type of the concept whose mention covers it, or 0.</summary>
    public ReadOnlySpan<byte> TypesOfTokens(PaperDocument document)
    {
        if (_types.Length < document.Tokens.Count)
        {
            _types = new byte[document.Tokens.Count * 2];
        }

        Array.Clear(_types);
        foreach (var concept in document.Concepts)
        {
            foreach (var mention in concept.Mentions)
            {
                _types.AsSpan(mention.Range.First, mention.Range.Count).Fill((byte)(1 + (int)concept.Type));
            }
        }

        return _types;
    }

    /// <summary>Begins a paper.</summary>
    public void Reset(PaperDocument document)
    {
        _firstMention.Clear();
        var mentions = 0;
        foreach (var concept in document.Concepts)
        {
            _firstMention.Add(mentions);
            mentions += concept.Mentions.Count;
        }

        if (_mentions.Length < mentions * RoleClassifier.Roles)
        {
            _concepts = new double[mentions * RoleClassifier.Roles * 2];
            _mentions = new double[mentions * RoleClassifier.Roles * 2];
            _net = new double[mentions * RoleClassifier.Roles * 2];
        }

        Lists.Read(document);
    }

    /// <summary>Probabilities of the first look at a concept.</summary>
    public Span<double> First(int concept) => _concepts.AsSpan(concept * RoleClassifier.Roles, RoleClassifier.Roles);

    /// <summary>Probabilities of the first look at one mention of a concept.</summary>
    public Span<double> First(int concept, int mention) => _mentions.AsSpan((_firstMention[concept] + mention) * RoleClassifier.Roles, RoleClassifier.Roles);

    /// <summary>Probabilities that the net gives all concepts.</summary>
    public Span<double> Net() => _net;

    /// <summary>Probabilities that the net gives a concept.</summary>
    public Span<double> Net(int concept) => _net.AsSpan(concept * RoleClassifier.Roles, RoleClassifier.Roles);
}
