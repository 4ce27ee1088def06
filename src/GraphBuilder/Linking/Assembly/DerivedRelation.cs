using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>A relation between two papers or two concepts, before it is written.</summary>
/// <param name="From">Index of the descendant, variant, part or the one compared.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="To">Index of the other.</param>
/// <param name="Via">Id of the concept or paper that it came through, or null for a relation by name alone.</param>
/// <param name="Confidence">The lowest along the way, from its best support.</param>
/// <param name="By">Rule of its best support.</param>
/// <param name="Paper">Index of the paper whose text shows it; −1 until <see cref="NameEvidence"/> found one for a relation by name alone.</param>
/// <param name="Evidence">The place in that paper; default while there is no paper.</param>
/// <param name="Papers">Number of papers that support it; 0 for a relation by name alone.</param>
internal sealed record DerivedRelation(int From, string Type, int To, string? Via, double Confidence, string By, int Paper, Evidence Evidence, int Papers);
