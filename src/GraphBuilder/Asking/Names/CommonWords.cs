using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Tells a word that texts use from a name that happens to be spelled like it: "agents" is not AgentS, which one paper names, and "diffusion" no misspelled RFdiffusion. What decides is how many papers have the words
/// in their title or abstract, beside those that name the concept.
/// </summary>
internal sealed class CommonWords(IGraphDatabase database)
{
    /// <summary>
    /// How many times more papers must have a word than name the concept. Of the short names in capitals that are words of English too, MATH and GLUE stay far below it on 143,937 papers, AgentS, MOST and CoDe far above.
    /// </summary>
    private const int Commoner = 20;

    /// <summary>Papers that may have a misspelled word, however little the concept is named.</summary>
    private const int FewSlips = 3;

    /// <summary>How many times more papers must name a concept than have the words that could misspell it: "chips" stands in too many to be a slip of CLIP.</summary>
    private const int Rarer = 50;

    /// <summary>True where a typed word is spelled as a name but for its capitals, and is far commoner than the name.</summary>
    /// <param name="typed">One word in lower case, but for its first letter; anything else is a name as it stands.</param>
    /// <param name="names">Names of the concept.</param>
    /// <param name="papers">Papers that name it.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<bool> IsWordAsync(string typed, IEnumerable<string> names, double papers, CancellationToken cancellationToken) =>
        typed.Length > 1 && typed.All(char.IsLetter) && !typed.Skip(1).Any(char.IsUpper) && !names.Any(name => IsWrittenSo(name, typed))
        && await CountAsync(typed, cancellationToken).ConfigureAwait(false) > Commoner * Math.Max(papers, 1);

    /// <summary>True where a typed text that nothing is named is what papers write, so that it misspells nothing.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="papers">Papers that name what it could misspell.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<bool> IsWrittenAsync(string typed, double papers, CancellationToken cancellationToken) =>
        await CountAsync(typed, cancellationToken).ConfigureAwait(false) > Math.Max(papers / Rarer, FewSlips);

    /// <summary>True for a name that some papers write in lower case, or with a capital at its beginning as other words have it: plural or not.</summary>
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
