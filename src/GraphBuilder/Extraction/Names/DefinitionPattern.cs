namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>Position of a name relative to a phrase.</summary>
internal enum NamePlace
{
    /// <summary>Behind the phrase.</summary>
    After,

    /// <summary>Before the phrase.</summary>
    Before,
}

/// <summary>Phrases beside which papers name what they introduce.</summary>
/// <param name="Id">Rule id, as evidence shows it.</param>
/// <param name="Place">Position of the name.</param>
/// <param name="Phrases">Lower-case phrases, tokens separated by spaces.</param>
/// <param name="Gap">Maximum number of tokens between phrase and name, determiners not counted.</param>
/// <param name="Weight">0..1, how often a name there is the paper's own.</param>
/// <param name="Source">Where the pattern was described or counted.</param>
internal sealed record DefinitionPattern(string Id, NamePlace Place, string[] Phrases, int Gap, double Weight, string Source);

/// <summary>The patterns, as data.</summary>
internal static class DefinitionPatterns
{
    private const string Counted = "Counted on 87,327 abstracts: 85 % of names that a title introduces follow one of these verbs within 120 characters, 14 % follow called, named or dubbed, 7 % a comma.";
    private const string Hearst = "Hearst 1992, Automatic acquisition of hyponyms from large text corpora: appositions and 'called' name the term they define.";
    private const string Guidelines = "Annotation guidelines, role introduces: the paper proposes or releases it.";

    /// <summary>All patterns.</summary>
    public static IReadOnlyList<DefinitionPattern> All { get; } =
    [
        new("definition.called", NamePlace.After,
            ["called", "named", "dubbed", "termed", "coined", "namely", "christened", "denoted as", "denoted by", "referred to as", "refer to as", "which we call", "we call", "we name", "we dub", "we term", "entitled", "nicknamed", "abbreviated as", "shortened as", "short for", "code - named", "we call it", "we name it", "known as"],
            1, 0.8, Hearst),
        new("definition.propose", NamePlace.After,
            ["we propose", "we introduce", "we present", "we develop", "we design", "we describe", "we release", "we construct", "we create", "we build", "we devise", "we contribute", "we unveil", "we establish", "we formulate", "we curate", "we open - source", "we offer", "we publish", "we provide", "we launch", "we announce", "we put forward", "we further propose", "we also propose", "we further introduce", "we also introduce", "we also present", "we then propose", "we therefore propose", "we thus propose", "we first propose", "we then introduce", "paper proposes", "paper introduces", "paper presents", "paper describes", "work proposes", "work introduces", "work presents", "article proposes", "article introduces", "article presents", "study proposes", "study introduces", "study presents", "report introduces", "report presents"],
            3, 0.9, Counted),
        new("definition.proposed", NamePlace.After,
            ["the proposed", "our proposed", "our novel", "our new", "our method", "our approach", "our framework", "our model", "our algorithm", "our system", "our benchmark", "our dataset", "proposed method", "proposed model", "proposed framework", "proposed approach", "this model", "this framework"],
            1, 0.85, Guidelines),
        new("definition.apposition", NamePlace.Before,
            [", a novel", ", a new", ", an efficient", ", a simple", ", a general", ", a unified", ", a framework", ", an approach", ", a method", ", an innovative", ", the first", ", a large", ", a comprehensive", ", a benchmark", ", a dataset", ", a lightweight", ", an end", ", a family", ", our", ", a scalable", ", a principled", ", a flexible", ", an open"],
            0, 0.8, Counted),
        new("definition.is-our", NamePlace.Before,
            ["is a novel", "is a new", "is our", "is the first", "is proposed", "was proposed", "is introduced", "is presented", "are proposed"],
            0, 0.75, Guidelines),
    ];
}

/// <summary>A name in a position where papers introduce something.</summary>
/// <param name="Range">Its tokens.</param>
/// <param name="Id">Rule id.</param>
/// <param name="Weight">0..1, how often a name there is the paper's own.</param>
internal readonly record struct NameDefinition(Text.TokenRange Range, string Id, double Weight);
