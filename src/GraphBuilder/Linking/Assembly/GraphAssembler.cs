using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Papers;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Writes a linked corpus as a graph. Entry point of assembly; its stages, in order:
/// <see cref="KnownOrigins"/> (who is known to have introduced what) and <see cref="ConceptYears"/> (when each concept came into use) → <see cref="PaperLinks"/> (roles by paper and concept) → <see cref="Introducers"/> (who introduced what, which corrects the years) →
/// <see cref="PaperDescent"/> and <see cref="ConceptRelations"/> (derived relations) → <see cref="NameEvidence"/> (sentences for relations by name) → <see cref="Citations"/> → <see cref="Importance"/> (ranks, communities) →
/// nodes (papers, concepts, authors, venues, each by id) and relationships, in an order that depends only on content.
/// </summary>
public sealed class GraphAssembler
{
    private const string VenueScheme = "venue:";

    private readonly LinkedCorpus _corpus;
    private readonly IGraphLoader _loader;
    private readonly PropertyList _properties = new();
    private readonly EvidenceSentences _sentences = new();
    private readonly List<ConceptLink>[] _links;
    private readonly IReadOnlyList<ExtractedResult>[] _results;
    private readonly List<int>[] _cited;
    private readonly ConceptYears _years;
    private readonly KnownOrigins _origins;
    private readonly Introducers _introducers;
    private readonly List<DerivedRelation> _paperDescent;
    private readonly List<DerivedRelation> _conceptRelations;
    private readonly Importance _importance;

    // Extracted while the abstract of their paper is unpacked; used after all papers are written.
    private readonly string?[] _relationSentences;
    private int[] _paperNodes = [];
    private int[] _conceptNodes = [];

    private GraphAssembler(LinkedCorpus corpus, IGraphLoader loader, CancellationToken cancellationToken)
    {
        _corpus = corpus;
        _loader = loader;
        _origins = KnownOrigins.Find(corpus);
        _years = ConceptYears.Of(corpus, _origins);
        var links = new PaperLinks(corpus, _years, _origins);
        _links = new List<ConceptLink>[corpus.Papers.Count];
        _results = new IReadOnlyList<ExtractedResult>[corpus.Papers.Count];
        var stated = new IReadOnlyList<ExtractedRelation>[corpus.Papers.Count];
        Parallel.For(0, _links.Length, new ParallelOptions { CancellationToken = cancellationToken }, paper =>
        {
            var extraction = corpus.Papers[paper].ReadUnplacedExtraction();
            (_links[paper], _results[paper], stated[paper]) = (links.Of(paper, extraction), extraction.Results, extraction.Relations);
        });

        _introducers = Introducers.Find(corpus, _links);
        _introducers.Date(corpus, _years);
        _paperDescent = PaperDescent.Derive(corpus, _links, _introducers);
        _conceptRelations = NameEvidence.Give(corpus, _links, _introducers, ConceptRelations.Derive(corpus, _links, stated, _years));
        _relationSentences = new string?[_conceptRelations.Count];
        _cited = Citations.Resolve(corpus.Papers);
        _importance = Importance.Compute(corpus, _links, _paperDescent, _conceptRelations, cancellationToken);
    }

    /// <summary>Fills a loader with the whole graph.</summary>
    public static void Assemble(LinkedCorpus corpus, IGraphLoader loader, CancellationToken cancellationToken)
    {
        var assembler = new GraphAssembler(corpus, loader, cancellationToken);
        assembler.AddPapers(cancellationToken);
        assembler.AddConcepts();
        assembler.AddPaperRelationships(cancellationToken);
        assembler.AddDerived(cancellationToken);
        assembler.AddAuthorsAndVenues();
    }

    private void AddPapers(CancellationToken cancellationToken)
    {
        var citedBy = new int[_corpus.Papers.Count];
        foreach (var cited in _cited.SelectMany(list => list))
        {
            citedBy[cited]++;
        }

        _paperNodes = new int[_corpus.Papers.Count];
        foreach (var (at, text) in Abstracts(cancellationToken).Index())
        {
            var (id, record) = (_corpus.Papers[at].Id.Value, _corpus.Papers[at].Head);
            _properties.Clear()
                .Add(GraphSchema.Keys.Id, id).Add(GraphSchema.Keys.Name, record.Title).Add(GraphSchema.Keys.Title, record.Title)
                .Add(GraphSchema.Keys.Abstract, text).Add(GraphSchema.Keys.Year, record.Year).Add(GraphSchema.Keys.Venue, record.Venue)
                .Add(GraphSchema.Keys.Arxiv, record.Arxiv).Add(GraphSchema.Keys.Doi, record.Doi).Add(GraphSchema.Keys.Url, record.Url)
                .Add(GraphSchema.Keys.SourceId, record.SourceId == id ? null : record.SourceId)
                .Add(GraphSchema.Keys.CitedByCount, citedBy[at]).Add(GraphSchema.Keys.Rank, _importance.RankOfPaper(at));
            _paperNodes[at] = _loader.AddNode([GraphSchema.Labels.Paper], _properties.Entries);
        }
    }

    /// <summary>The abstracts of all papers in order.</summary>
    private IEnumerable<string> Abstracts(CancellationToken cancellationToken) => ReadAhead.Of(_corpus.Papers.Count, at => _corpus.Papers[at].ReadAbstract(), cancellationToken);

    private void AddConcepts()
    {
        _conceptNodes = new int[_corpus.Concepts.Count];
        for (var at = 0; at < _conceptNodes.Length; at++)
        {
            var concept = _corpus.Concepts[at];
            _properties.Clear()
                .Add(GraphSchema.Keys.Id, concept.Id).Add(GraphSchema.Keys.Name, concept.Name)
                .Add(GraphSchema.Keys.Aliases, GraphValue.FromStrings(concept.Aliases.Select(alias => alias.Text)))
                .Add(GraphSchema.Keys.AliasReasons, GraphValue.FromStrings(concept.Aliases.Select(Describe)))
                .Add(GraphSchema.Keys.AliasPapers, GraphValue.From([.. concept.Aliases.Select(alias => GraphValue.From((long)alias.Papers))]))
                .Add(GraphSchema.Keys.PaperCount, concept.Papers).Add(GraphSchema.Keys.FirstYear, _years.FirstOf(at))
                .Add(GraphSchema.Keys.Origin, _origins.TryGet(at, out var origin) && origin.Paper < 0 ? origin.Title : null)
                .Add(GraphSchema.Keys.Rank, _importance.RankOfConcept(at)).Add(GraphSchema.Keys.Community, _importance.CommunityOf(at))
                .Add(GraphSchema.Keys.Ambiguous, concept.Ambiguous ? GraphValue.True : GraphValue.Null);
            string[] labels = [GraphSchema.Labels.Concept, .. concept.Types.Select(type => type.ToString())];
            _conceptNodes[at] = _loader.AddNode(labels, _properties.Entries);
        }
    }

    private static string Describe(ConceptAlias alias) => alias.Reason switch
    {
        MergeReason.Spelling => GraphSchema.Reasons.Spelling,
        MergeReason.Acronym => GraphSchema.Reasons.Acronym,
        MergeReason.Lexicon => GraphSchema.Reasons.Lexicon,
        MergeReason.LongForm => GraphSchema.Reasons.LongForm,
        MergeReason.SameText => GraphSchema.Reasons.SameText,
        _ => GraphSchema.Reasons.Override,
    };

    private void AddPaperRelationships(CancellationToken cancellationToken)
    {
        var shown = _conceptRelations.Index().ToLookup(relation => relation.Item.Paper, relation => relation.Index);
        var descent = 0;
        foreach (var (paper, text) in Abstracts(cancellationToken).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _sentences.Begin(_corpus.Papers[paper], text);
            foreach (var link in _links[paper])
            {
                AddLink(paper, link);
            }

            AddResults(paper);
            foreach (var cited in _cited[paper])
            {
                _loader.AddRelationship(GraphSchema.Types.Cites, _paperNodes[paper], _paperNodes[cited], []);
            }

            for (; descent < _paperDescent.Count && _paperDescent[descent].From == paper; descent++)
            {
                AddRelation(_paperDescent[descent], SentenceOf(_paperDescent[descent]), _paperNodes);
            }

            foreach (var relation in shown[paper])
            {
                _relationSentences[relation] = SentenceOf(_conceptRelations[relation]);
            }

            // Links and results are released once they are in the graph: those of all papers take a gigabyte beside it.
            (_links[paper], _results[paper]) = ([], []);
        }
    }

    private void AddLink(int paper, ConceptLink link)
    {
        _properties.Clear().Add(_sentences.Of(_corpus.Papers[paper], link.Evidence), link.Evidence)
            .AddSource(link.Confidence, link.By)
            .Add(GraphSchema.Keys.Surface, GraphValue.FromStrings(link.Surfaces))
            .Add(GraphSchema.Keys.Ambiguous, _corpus.Concepts[link.Concept].Ambiguous ? GraphValue.True : GraphValue.Null);
        _loader.AddRelationship(link.Role.ToRelationshipType(), _paperNodes[paper], _conceptNodes[link.Concept], _properties.Entries);
    }

    private void AddResults(int paper)
    {
        var conceptOf = _corpus.ConceptOf[paper];
        foreach (var result in _results[paper].Where(result => conceptOf[result.On] >= 0))
        {
            _properties.Clear()
                .Add(GraphSchema.Keys.Value, result.Value).Add(GraphSchema.Keys.Unit, result.Unit).Add(GraphSchema.Keys.Metric, result.Metric)
                .Add(GraphSchema.Keys.MetricId, IdOf(result.In)).Add(GraphSchema.Keys.Delta, result.Delta).Add(GraphSchema.Keys.Of, IdOf(result.Of))
                .Add(_sentences.Of(_corpus.Papers[paper], result.Evidence), result.Evidence).AddSource(result.Confidence, result.By);
            _loader.AddRelationship(GraphSchema.Types.Reports, _paperNodes[paper], _conceptNodes[conceptOf[result.On]], _properties.Entries);
        }

        string? IdOf(int? concept) => concept is { } at && conceptOf[at] >= 0 ? _corpus.Concepts[conceptOf[at]].Id : null;
    }

    private void AddDerived(CancellationToken cancellationToken)
    {
        for (var at = 0; at < _conceptRelations.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddRelation(_conceptRelations[at], _relationSentences[at], _conceptNodes);
            _relationSentences[at] = null;
        }
    }

    private string? SentenceOf(DerivedRelation relation) => relation.Paper < 0 ? null : _sentences.Of(_corpus.Papers[relation.Paper], relation.Evidence);

    private void AddRelation(DerivedRelation relation, string? sentence, int[] nodes)
    {
        var betweenConcepts = ReferenceEquals(nodes, _conceptNodes);
        _properties.Clear();
        if (sentence is not null)
        {
            _properties.Add(sentence, relation.Evidence).Add(GraphSchema.Keys.Paper, betweenConcepts ? _corpus.Papers[relation.Paper].Id.Value : null);
        }

        _properties.AddSource(relation.Confidence, relation.By).Add(GraphSchema.Keys.Via, relation.Via)
            .Add(GraphSchema.Keys.Papers, betweenConcepts ? relation.Papers : null);
        _loader.AddRelationship(relation.Type, nodes[relation.From], nodes[relation.To], _properties.Entries);
    }

    private void AddAuthorsAndVenues()
    {
        var authors = NamedNodes.Add(_loader, GraphSchema.Labels.Author, AuthorIds.Scheme, _corpus.Papers.SelectMany(paper => paper.Head.Authors));
        var venues = NamedNodes.Add(_loader, GraphSchema.Labels.Venue, VenueScheme, _corpus.Papers.Select(paper => paper.Head.Venue).OfType<string>());
        for (var paper = 0; paper < _paperNodes.Length; paper++)
        {
            var record = _corpus.Papers[paper].Head;
            foreach (var (position, author) in record.Authors.Select(name => authors.GetValueOrDefault(name, -1)).Where(node => node >= 0).Distinct().Index())
            {
                _properties.Clear().Add(GraphSchema.Keys.Position, position);
                _loader.AddRelationship(GraphSchema.Types.Wrote, author, _paperNodes[paper], _properties.Entries);
            }

            if (record.Venue is { } venue && venues.TryGetValue(venue, out var node))
            {
                _loader.AddRelationship(GraphSchema.Types.PublishedIn, _paperNodes[paper], node, []);
            }
        }
    }
}
