using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Distinguishes common words from names spelled like them: "agents" is not AgentS, which one paper names, and "diffusion" is not a misspelled RFdiffusion. Compares the number of
/// papers with the words in their title or abstract to the number that name the concept.
/// </summary>
internal sealed class CommonWords(IGraphDatabase database)
{
    /// <summary>
    /// A word is common if this many times more papers contain it than name the concept. Of the short upper-case names that are English words too, MATH and GLUE stay far below
    /// this ratio on 143,937 papers, AgentS, MOST and CoDe far above.
    /// </summary>
    private const int WordToNameRatio = 20;

    /// <summary>Up to this many papers may contain a misspelled word, however few name the concept.</summary>
    private const int FewSlips = 3;

    /// <summary>A text is a misspelling only if this many times more papers name the concept than contain the text: "chips" occurs in too many to be a misspelled CLIP.</summary>
    private const int NameToTypoRatio = 50;

    /// <summary>True if a typed word equals a name except for case, and is far more frequent than the name.</summary>
    /// <param name="typed">One word, in lower case except for its first letter; anything else counts as a name.</param>
    /// <param name="names">Names of the concept.</param>
    /// <param name="papers">Number of papers that name it.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<bool> IsCommonWordAsync(string typed, IEnumerable<string> names, double papers, CancellationToken cancellationToken) =>
        typed.Length > 1 && typed.All(char.IsLetter) && !typed.Skip(1).Any(char.IsUpper) && !names.Any(name => IsWrittenSo(name, typed))
        && await CountAsync(typed, cancellationToken).ConfigureAwait(false) > WordToNameRatio * Math.Max(papers, 1);

    /// <summary>True if a typed text that is no concept's name occurs in too many papers to be a misspelling.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="papers">Number of papers that name the concept it might misspell.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<bool> IsFrequentTextAsync(string typed, double papers, CancellationToken cancellationToken) =>
        await CountAsync(typed, cancellationToken).ConfigureAwait(false) > Math.Max(papers / NameToTypoRatio, FewSlips);

    /// <summary>True for a name that equals the typed word, up to plural, and has no capital after its first letter.</summary>
    private static bool IsWrittenSo(string name, string typed) =>
        name.Length > 0 && !name.Skip(1).Any(char.IsUpper) && NameKey.Of(name) == NameKey.Of(typed);

    private async Task<double> CountAsync(string typed, CancellationToken cancellationToken)
    {
        var query = FullTextWords.Whole(FullTextWords.Split(LetterFolding.Fold(typed)));
        if (query.Length == 0)
        {
            return 0;
        }

        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["query"] = GraphValue.From(query) };
        return (await database.ReadAllAsync(AskQueries.CountWorded, parameters, QueryOptions.Reading, cancellationToken).ConfigureAwait(false)).Rows[0][0].AsNumber();
    }
}
