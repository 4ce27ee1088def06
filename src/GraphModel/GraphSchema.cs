namespace Stemma.GraphModel;

/// <summary>
/// Defines every label, relationship type and property key of a Stemma graph; no other file spells one out. Entry point of the model: <see cref="Papers.PaperRecord"/>
/// (what was read) → <see cref="Papers.ConceptType"/> and <see cref="Papers.ConceptRole"/> (what was found in it) → <see cref="Graph.IPropertyGraph"/> (nodes and
/// relationships in memory) → <see cref="Database.IGraphDatabase"/> (the same graph behind Cypher) → <see cref="Values.GraphValue"/> (what a query returns).
/// </summary>
public static class GraphSchema
{
    /// <summary>Node labels.</summary>
    public static class Labels
    {
        /// <summary>A paper.</summary>
        public const string Paper = "Paper";

        /// <summary>Label of every method, dataset, benchmark, task and metric, in addition to its type label.</summary>
        public const string Concept = "Concept";

        /// <summary>A model, algorithm, architecture, loss, training procedure, system or library.</summary>
        public const string Method = "Method";

        /// <summary>A named collection of data.</summary>
        public const string Dataset = "Dataset";

        /// <summary>A named evaluation suite, environment suite, shared task or leaderboard.</summary>
        public const string Benchmark = "Benchmark";

        /// <summary>An established problem or setting.</summary>
        public const string Task = "Task";

        /// <summary>A named measure.</summary>
        public const string Metric = "Metric";

        /// <summary>A person who wrote a paper.</summary>
        public const string Author = "Author";

        /// <summary>A conference or journal.</summary>
        public const string Venue = "Venue";

        /// <summary>The type labels that a concept can have in addition to <see cref="Concept"/>, in display order.</summary>
        public static IReadOnlyList<string> ConceptTypes { get; } = [Method, Dataset, Benchmark, Task, Metric];
    }

    /// <summary>Relationship types.</summary>
    public static class Types
    {
        /// <summary>Paper → Concept: the paper proposes or releases it.</summary>
        public const string Introduces = "INTRODUCES";

        /// <summary>Paper → Concept (extracted), Paper → Paper and Concept → Concept (derived): descent.</summary>
        public const string BuildsOn = "BUILDS_ON";

        /// <summary>Paper → Concept, Concept → Concept: a baseline or contrast, never descent.</summary>
        public const string ComparesWith = "COMPARES_WITH";

        /// <summary>Paper → Dataset or Benchmark: results are reported on it.</summary>
        public const string EvaluatesOn = "EVALUATES_ON";

        /// <summary>Paper → Concept: a tool, training data or component.</summary>
        public const string Uses = "USES";

        /// <summary>Paper → Task: the paper works on it.</summary>
        public const string Addresses = "ADDRESSES";

        /// <summary>Paper → Metric: the paper reports results in it.</summary>
        public const string Measures = "MEASURES";

        /// <summary>Paper → Concept: background mention only.</summary>
        public const string Mentions = "MENTIONS";

        /// <summary>Paper → Dataset or Benchmark with value, unit, metric, delta, of: one numeric result.</summary>
        public const string Reports = "REPORTS";

        /// <summary>Paper → Paper: from reference data.</summary>
        public const string Cites = "CITES";

        /// <summary>Concept → Concept: Diffusion-DPO is a variant of DPO.</summary>
        public const string VariantOf = "VARIANT_OF";

        /// <summary>Concept → Concept: the first is a component of the second.</summary>
        public const string PartOf = "PART_OF";

        /// <summary>Author → Paper.</summary>
        public const string Wrote = "WROTE";

        /// <summary>Paper → Venue.</summary>
        public const string PublishedIn = "PUBLISHED_IN";
    }

    /// <summary>Property keys.</summary>
    public static class Keys
    {
        /// <summary>Stable identifier, on every node; unique within Paper, Concept, Author, Venue.</summary>
        public const string Id = "id";

        /// <summary>Display name, on every node.</summary>
        public const string Name = "name";

        /// <summary>Paper: title (equal to name).</summary>
        public const string Title = "title";

        /// <summary>Paper: the abstract.</summary>
        public const string Abstract = "abstract";

        /// <summary>Paper: year of publication, integer.</summary>
        public const string Year = "year";

        /// <summary>Paper: venue name as read.</summary>
        public const string Venue = "venue";

        /// <summary>Paper: arXiv id without version.</summary>
        public const string Arxiv = "arxiv";

        /// <summary>Paper: DOI, lower case.</summary>
        public const string Doi = "doi";

        /// <summary>Paper: link.</summary>
        public const string Url = "url";

        /// <summary>Paper: the id in the input record, if it differs from <see cref="Id"/>.</summary>
        public const string SourceId = "sourceId";

        /// <summary>Paper: number of papers of this graph that cite it.</summary>
        public const string CitedByCount = "citedByCount";

        /// <summary>Paper, Concept: importance, PageRank over BUILDS_ON, scaled so that the mean is 1.</summary>
        public const string Rank = "rank";

        /// <summary>Concept: other names, list of strings.</summary>
        public const string Aliases = "aliases";

        /// <summary>
        /// Concept: for each of <see cref="Aliases"/>, in the same order, the reason for it: <c>acronym</c>, <c>spelling</c>, <c>lexicon</c>, <c>long form</c>,
        /// <c>same text</c>, <c>override</c>.
        /// </summary>
        public const string AliasReasons = "aliasReasons";

        /// <summary>Concept: for each of <see cref="Aliases"/>, in the same order, the number of papers that use it; 0 if only the lexicon has it.</summary>
        public const string AliasPapers = "aliasPapers";

        /// <summary>Concept, and a relationship to it: true if mentions of a name with several senses could not be disambiguated; otherwise absent.</summary>
        public const string Ambiguous = "ambiguous";

        /// <summary>Concept: number of papers that name it.</summary>
        public const string PaperCount = "paperCount";

        /// <summary>Concept: first year of use, from the paper that introduced it or else the first that names it (docs/data-model.md).</summary>
        public const string FirstYear = "firstYear";

        /// <summary>Concept: title of the paper that is known to have introduced it, if the graph does not have that paper; otherwise absent.</summary>
        public const string Origin = "origin";

        /// <summary>Concept: community number, from 0, largest first.</summary>
        public const string Community = "community";

        /// <summary>Extracted relationship: the evidence sentence.</summary>
        public const string Evidence = "evidence";

        /// <summary>Extracted relationship: <c>title</c> or <c>abstract</c>.</summary>
        public const string Field = "field";

        /// <summary>Extracted relationship: zero-based UTF-16 offset of the mention in that field.</summary>
        public const string Start = "start";

        /// <summary>Extracted relationship: exclusive end of the mention.</summary>
        public const string End = "end";

        /// <summary>Extracted relationship: zero-based UTF-16 offset of the evidence sentence in that field.</summary>
        public const string SentenceStart = "sentenceStart";

        /// <summary>Concept → Concept: id of the paper whose sentence is the evidence.</summary>
        public const string Paper = "paper";

        /// <summary>Any extracted or derived relationship: 0..1.</summary>
        public const string Confidence = "confidence";

        /// <summary>Any extracted or derived relationship: the rule or model that decided.</summary>
        public const string By = "by";

        /// <summary>Paper → Concept: the surface forms found, list of strings.</summary>
        public const string Surface = "surface";

        /// <summary>Derived relationship: the id of the concept or paper through which it was derived.</summary>
        public const string Via = "via";

        /// <summary>Derived Concept → Concept: number of supporting papers.</summary>
        public const string Papers = "papers";

        /// <summary>WROTE: position of the author in the paper's list, from 0.</summary>
        public const string Position = "position";

        /// <summary>REPORTS: the number.</summary>
        public const string Value = "value";

        /// <summary>REPORTS: unit, for instance <c>%</c>.</summary>
        public const string Unit = "unit";

        /// <summary>REPORTS: metric as printed.</summary>
        public const string Metric = "metric";

        /// <summary>REPORTS: id of that metric.</summary>
        public const string MetricId = "metricId";

        /// <summary>REPORTS: the change that the text states, with its sign.</summary>
        public const string Delta = "delta";

        /// <summary>REPORTS: id of the method that achieved it.</summary>
        public const string Of = "of";
    }

    /// <summary>Values of <see cref="Keys.AliasReasons"/>: why a name belongs to the concept.</summary>
    public static class Reasons
    {
        /// <summary>Spelled the same except for hyphens, number, capitals or the like.</summary>
        public const string Spelling = "spelling";

        /// <summary>A text defines the short form for the long one.</summary>
        public const string Acronym = "acronym";

        /// <summary>Listed in the lexicon.</summary>
        public const string Lexicon = "lexicon";

        /// <summary>Another long form of the same acronym.</summary>
        public const string LongForm = "long form";

        /// <summary>Extracted as another mention of the same concept in some text, with no other reason: too weak for looking up a concept.</summary>
        public const string SameText = "same text";

        /// <summary>Joined by the user.</summary>
        public const string Override = "override";
    }

    /// <summary>Names of the full-text indexes, as <c>db.index.fulltext.queryNodes</c> expects them on both engines.</summary>
    public static class FullText
    {
        /// <summary>Title and abstract of papers.</summary>
        public const string Papers = "papers";

        /// <summary>Name and aliases of concepts.</summary>
        public const string Concepts = "concepts";
    }
}
