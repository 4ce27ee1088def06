using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>One extracted concept, reduced to what linking compares.</summary>
/// <param name="Paper">Index of the paper.</param>
/// <param name="Slot">Index in its extraction.</param>
/// <param name="Anchor">Key of the long form where the text gives one, else of the name.</param>
/// <param name="Short">Key of the acronym that the text defines, or −1.</param>
/// <param name="Lexicon">Index of the lexicon entry it was recognised as, or −1.</param>
/// <param name="Stated">Its role according to extraction.</param>
/// <param name="Role">Its role, see <see cref="NameCensus.RoleOf"/>.</param>
/// <param name="Type">The likeliest of its types.</param>
/// <param name="FurtherTypes">Its other types as bit flags.</param>
/// <param name="IsOneWord">Whether its name has no space.</param>
internal readonly record struct Mention(
    int Paper, int Slot, int Anchor, int Short, int Lexicon, ConceptRole Stated, ConceptRole Role, ConceptType Type, int FurtherTypes, bool IsOneWord)
{
    /// <summary>True if the text defines the short form.</summary>
    public bool IsDefined => Short >= 0;
}

/// <summary>A short form and a long form that some text defines it for.</summary>
/// <param name="Short">Key of the short form.</param>
/// <param name="Long">Key of the long form.</param>
internal readonly record struct Definition(int Short, int Long);
