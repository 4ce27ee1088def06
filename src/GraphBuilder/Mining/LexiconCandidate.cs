using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Mining;

/// <summary>A proposed lexicon entry with its evidence.</summary>
/// <param name="Entry">The entry as it would be added, subject to review.</param>
/// <param name="Score">Usefulness, comparable within one run; higher is better.</param>
/// <param name="Near">Id of the entry whose name this one extends (<c>gpt-4o</c> for "GPT-4o agents"), or null.</param>
/// <param name="Doubts">Reasons why a name may mean something else; empty if none was found.</param>
/// <param name="Evidence">What the graph records about the concept.</param>
public sealed record LexiconCandidate(LexiconEntry Entry, double Score, string? Near, IReadOnlyList<string> Doubts, ConceptEvidence Evidence);
