using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>A short form and the long form that the text gives for it.</summary>
/// <param name="Short">Tokens of the short form.</param>
/// <param name="Long">Tokens of the long form.</param>
internal readonly record struct AcronymPair(TokenRange Short, TokenRange Long);
