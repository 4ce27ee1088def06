using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Buffers of the role classifier; one object per thread.</summary>
internal sealed class RoleScratch
{
    private readonly List<int> _firstMention = [];
    private double[] _concepts = [];
    private double[] _mentions = [];
    private double[] _net = [];
    private byte[] _types = [];

    /// <summary>All features of one concept.</summary>
    public FeatureBag All { get; } = new();

    /// <summary>Lists of the current paper.</summary>
    public ConceptLists Lists { get; } = new();

    /// <summary>Input of the net for the current paper.</summary>
    public RoleView View { get; } = new();

    /// <summary>Buffers of the net.</summary>
    public RoleNetScratch Units { get; } = new();

    /// <summary>Indices of the sentences in which the current paper is about itself.</summary>
    public HashSet<int> OwnActs { get; } = [];

    /// <summary>Probabilities of the kinds of paper (<see cref="PaperKinds"/>).</summary>
    public double[] Kinds { get; } = new double[PaperKinds.Count];

    /// <summary>For each token 1 plus the type of the concept whose mention covers it, or 0.</summary>
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

    /// <summary>First-pass probabilities of a concept, by the linear model.</summary>
    public Span<double> First(int concept) => _concepts.AsSpan(concept * RoleClassifier.Roles, RoleClassifier.Roles);

    /// <summary>First-pass probabilities of one mention of a concept, by the linear model.</summary>
    public Span<double> First(int concept, int mention) => _mentions.AsSpan((_firstMention[concept] + mention) * RoleClassifier.Roles, RoleClassifier.Roles);

    /// <summary>First-pass probabilities of all concepts, by the net.</summary>
    public Span<double> Net() => _net;

    /// <summary>First-pass probabilities of a concept, by the net.</summary>
    public Span<double> Net(int concept) => _net.AsSpan(concept * RoleClassifier.Roles, RoleClassifier.Roles);
}
