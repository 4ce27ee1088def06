using Stemma.GraphBuilder.Extraction.Lexicon;

namespace Stemma.GraphBuilder.Mining;

/// <summary>A proposed entry of the lexicon, with what speaks for it.</summary>
/// <param name="Entry">As it would stand in the lexicon; a person decides.</param>
/// <param name="Score">Usefulness; compares candidates of one run, best highest.</param>
/// <param name="Near">Id of the entry whose name this one extends (<c>gpt-4o</c> for "GPT-4o agents"), or null.</param>
/// <param name="Doubts">Why a name may mean something else; empty where nothing was seen.</param>
/// <param name="Evidence">What the graph says of the concept.</param>
public sealed record LexiconCandidate(LexiconEntry Entry, double Score, string? Near, IReadOnlyList<string> Doubts, ConceptEvidence Evidence);
