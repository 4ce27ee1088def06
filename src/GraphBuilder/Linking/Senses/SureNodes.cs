using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>
/// Assigns nodes to the mentions whose meaning is certain: those with a long form, and those of a name with one meaning only. A short name in the lexicon is certain if texts
/// define it for nothing else: of 144,000 papers, 31 that report an attack success rate as ASR were formerly on automatic speech recognition, and 39 on probabilistic roadmaps,
/// from 2003 on, were on process reward models, because the lexicon lists PRM for these. Of the mentions that a first version of this rule moved, which required one paper with
/// another definition, 55 were read; 47 were right, and most of the others had fewer than the three papers that are required now.
/// </summary>
internal sealed class SureNodes
{
    /// <summary>Papers that must define a short name for something other than the lexicon does.</summary>
    public const int FewestRivals = 3;

    /// <summary>Minimum share of these in all definitions; LLM is defined for sixteen things that are misprints or go without saying.</summary>
    private const double LeastShare = 0.01;

    private readonly NameCensus _census;
    private readonly AliasClusters _clusters;
    private readonly int[] _surfaces;
    private readonly HashSet<int> _contested = [];

    /// <summary>Creates it for names; reading it is thread-safe.</summary>
    public SureNodes(NameCensus census, AliasClusters clusters)
    {
        (_census, _clusters) = (census, clusters);
        _surfaces = census.NumberForms();
        for (var entry = 0; entry < census.Lexicon.Count; entry++)
        {
            _contested.UnionWith(census.Lexicon[entry].Aliases.Where(NameShapes.IsAcronym).Select(census.Names.KeyOf).Where(key => HasRival(key, clusters.OfLexicon(entry))));
        }
    }

    /// <summary>The node of a mention, or −1 if its context must decide.</summary>
    public int Of(int at)
    {
        var mention = _census.Mentions[at];
        var own = _clusters.Of(mention.Anchor);
        var known = mention.Lexicon >= 0 ? _clusters.OfLexicon(mention.Lexicon) : -1;
        if (mention.IsDefined)
        {
            return known >= 0 && (IsCoinage(mention) || _clusters.IsSlipOf(mention.Anchor, known)) ? known : own;
        }

        if (known >= 0 && !_census.Lexicon[mention.Lexicon].IsAmbiguous)
        {
            return IsContested(at, mention) ? -1 : known;
        }

        return NeedsSense(mention, own) ? -1 : own;
    }

    private bool HasRival(int key, int known)
    {
        var senses = _clusters.SensesOf(key);
        return senses.Any(sense => sense.Root != known && sense.Support >= Math.Max(FewestRivals, LeastShare * senses.Sum(other => other.Support)));
    }

    /// <summary>True if a paper uses a contested short name alone and does not claim to introduce it.</summary>
    private bool IsContested(int at, Mention mention)
    {
        if (mention.Role == ConceptRole.Introduces || !_contested.Contains(mention.Anchor))
        {
            return false;
        }

        foreach (var form in _census.FormsOf(at))
        {
            if (_census.Names.KeyOf(_surfaces[form]) != mention.Anchor)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True if the text defines the very name that the lexicon lists, and its lower-case letters make it a coinage that nothing else would share (MOReL): then the
    /// lexicon's concept is meant, whatever the long form.
    /// </summary>
    private bool IsCoinage(Mention mention)
    {
        var (known, name) = (_census.Lexicon[mention.Lexicon], _clusters.KeyOfLexicon(mention.Lexicon));
        return name == mention.Short && !known.IsAmbiguous && NameShapes.HasInnerCapital(known.Name) && !NameShapes.IsCapitals(known.Name);
    }

    private bool NeedsSense(Mention mention, int own) =>
        mention.Lexicon >= 0 || _clusters.IsShortForm(mention.Anchor)
        || (_clusters.LexiconOf(own) < 0 && mention.Role == ConceptRole.Introduces && mention.IsOneWord)
        || (_clusters.LexiconOf(own) < 0 && mention.IsOneWord && _census.CountOf(mention.Anchor) > 1);
}
