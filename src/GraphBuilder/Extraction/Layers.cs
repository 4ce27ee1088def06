namespace Stemma.GraphBuilder.Extraction;

/// <summary>Parts of a document that a stage may require or assign.</summary>
[Flags]
internal enum Layers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="PaperDocument.Tokens"/>.</summary>
    Tokens = 1,

    /// <summary><see cref="PaperDocument.Sentences"/>.</summary>
    Sentences = 2,

    /// <summary><see cref="PaperDocument.LexiconMatches"/>.</summary>
    LexiconMatches = 4,

    /// <summary><see cref="PaperDocument.Acronyms"/>.</summary>
    Acronyms = 8,

    /// <summary><see cref="PaperDocument.Definitions"/>.</summary>
    Definitions = 16,

    /// <summary><see cref="PaperDocument.Mentions"/>.</summary>
    Mentions = 32,

    /// <summary><see cref="PaperDocument.Concepts"/>.</summary>
    Concepts = 64,

    /// <summary><see cref="PaperDocument.Cues"/>, <see cref="PaperDocument.Signs"/> and <see cref="PaperDocument.Links"/>.</summary>
    Cues = 128,

    /// <summary>Which candidates are concepts, and their types.</summary>
    Types = 2048,

    /// <summary>Concepts that are the same thing are merged.</summary>
    Joins = 4096,

    /// <summary>Role, rule and evidence of each concept.</summary>
    Roles = 256,

    /// <summary><see cref="PaperDocument.Results"/>.</summary>
    Results = 512,

    /// <summary><see cref="PaperDocument.Relations"/>.</summary>
    Relations = 1024,
}
