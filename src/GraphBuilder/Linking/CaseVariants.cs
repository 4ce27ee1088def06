using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Finds pairs of names that differ only in case and mean the same: a rare slip of a usual spelling (ADAM for Adam), two spellings of a coined name (HoVer and HOVER), or of a name
/// from elsewhere (MATLAB and Matlab). MATH is not math, and cDPO is not CDPO.
/// </summary>
internal sealed class CaseVariants
{
    /// <summary>A case variant this many times rarer than the other spelling is a slip of it (found by reading the 2025 arXiv abstracts: ADAM for Adam, Lora for LoRA).</summary>
    private const int CaseDominance = 8;

    /// <summary>A name from elsewhere has more characters than this.</summary>
    private const int ShortestFromElsewhere = 4;

    /// <summary>Papers that must print each spelling of a name from elsewhere: in pairs with fewer, BLOOM and Bloom, FLASK and Flask are different things.</summary>
    private const int FewestFromElsewhere = 3;

    private readonly NameCensus _census;
    private readonly AliasClusters _clusters;
    private readonly string[] _printed;
    private readonly HashSet<int> _coined;

    private CaseVariants(NameCensus census, AliasClusters clusters, string[] printed)
    {
        (_census, _clusters, _printed) = (census, clusters, printed);
        _coined = [.. census.Mentions.Where(m => m.Role == ConceptRole.Introduces).Select(m => m.Anchor)];
    }

    /// <summary>The pairs, usual spelling first, in the order of keys.</summary>
    /// <param name="census">The names and their uses.</param>
    /// <param name="clusters">The clusters so far.</param>
    /// <param name="printed">For each key its usual spelling.</param>
    public static IReadOnlyList<(int Major, int Minor)> Find(NameCensus census, AliasClusters clusters, string[] printed)
    {
        var variants = new CaseVariants(census, clusters, printed);
        return [.. Enumerable.Range(0, printed.Length).Select(variants.Find).OfType<(int, int)>()];
    }

    /// <summary>The usual and the rarer spelling if the key <paramref name="capitals"/> and its lower-case counterpart mean the same, otherwise null.</summary>
    private (int Major, int Minor)? Find(int capitals)
    {
        var text = _census.Names.KeyText(capitals);
        var mixed = text.Length < 3 || NameShapes.CountCapitals(text) == 0 ? -1 : _census.Names.FindKey(text.ToLowerInvariant());
        if (mixed < 0 || mixed >= _printed.Length || (_clusters.LexiconOf(_clusters.Of(capitals)) >= 0 && _clusters.LexiconOf(_clusters.Of(mixed)) >= 0))
        {
            return null;
        }

        var (major, minor) = _census.CountOf(capitals) >= _census.CountOf(mixed) ? (capitals, mixed) : (mixed, capitals);
        var isOne = _census.CountOf(major) >= CaseDominance * _census.CountOf(minor)
            ? (_clusters.LexiconOf(_clusters.Of(major)) >= 0 || MeansSame(major, minor)) && !(major == capitals && IsShortWord(mixed))
            : (AreBothProper(capitals, mixed) || ComeFromElsewhere(capitals, mixed)) && MeansSame(major, minor) && !_coined.Contains(minor) && _census.IsMostlyData(major) == _census.IsMostlyData(minor);
        return isOne ? (major, minor) : null;
    }

    private bool IsShortWord(int key) => _printed[key].Length < 5 && NameShapes.CountCapitals(_printed[key]) == 0;

    /// <summary>True if every sense of the rarer spelling is the usual spelling's cluster or its best supported sense.</summary>
    private bool MeansSame(int major, int minor)
    {
        var usual = _clusters.SensesOf(major);
        return _clusters.SensesOf(minor).All(rare => rare.Root == _clusters.Of(major) || (usual.Count > 0 && rare.Root == usual[0].Root));
    }

    /// <summary>
    /// True if no paper introduces either spelling and neither has several senses, so that many papers mean one thing from elsewhere. Short or lower-case words and rare
    /// names are excluded, because they may be two things.
    /// </summary>
    private bool ComeFromElsewhere(int capitals, int mixed) =>
        !_coined.Contains(capitals) && !_coined.Contains(mixed) && _clusters.SensesOf(capitals).Count < 2 && _clusters.SensesOf(mixed).Count < 2
        && _printed[mixed].Length > ShortestFromElsewhere && char.IsUpper(_printed[mixed][0]) && Math.Min(_census.CountOf(capitals), _census.CountOf(mixed)) >= FewestFromElsewhere;

    /// <summary>True if both have more capitals than the beginning of a sentence or title case requires, and the same first letter.</summary>
    private bool AreBothProper(int capitals, int mixed) =>
        _printed[capitals].Length > 0 && NameShapes.HasInnerCapital(_printed[mixed]) && _printed[capitals][0] == _printed[mixed][0];
}
