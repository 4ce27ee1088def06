using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Resolves a typed name to concepts: by id, by exact name or alias under the same folding as linking's, and otherwise by closest spelling.
/// A name with several senses returns all of them, best supported first.
/// </summary>
internal sealed class ConceptResolver(IGraphDatabase database, NameSpeller speller)
{
    /// <summary>If the best sense has at least this many times the support of another, the other is left out of the answer.</summary>
    private const double DropRatio = 4;

    /// <summary>If the best sense has at least this many times the support of another, the other is not even mentioned.</summary>
    private const double HideRatio = 100;

    /// <summary>Factor for a sense whose name matches in case as well: MATH, not math.</summary>
    private const double SameCapitals = 10;

    /// <summary>Factor for a sense whose type fits the question.</summary>
    private const double FittingType = 3;

    /// <summary>A concept that at most this many papers name may owe its name to a misspelling.</summary>
    private const double FewPapers = 3;

    /// <summary>A similar name is mentioned beside that of such a concept if this many times more papers use it.</summary>
    private const double FarMore = 50;

    /// <summary>Fewest letters of a word by which a similar word is searched.</summary>
    private const int FewestLetters = 4;

    /// <summary>Maximum number of suggested concepts.</summary>
    private const int MostSuggestions = 5;

    /// <summary>Words that say nothing of a name.</summary>
    private static readonly HashSet<string> Joining = new(["and", "for", "from", "the", "using", "via", "with"], StringComparer.Ordinal);

    private readonly CommonWords _words = new(database);

    /// <summary>
    /// Finds the senses of a name. If nothing has that exact name, tries the name without its article and head noun (<see cref="LooseNames"/>), and only then the closest spelling.
    /// </summary>
    /// <param name="name">As typed.</param>
    /// <param name="wanted">Labels that fit the question; empty for any.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<ResolvedName> ResolveAsync(string name, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        var exact = await ResolveExactAsync(name, wanted, cancellationToken).ConfigureAwait(false);
        if (exact.Senses.Count > 0)
        {
            return exact with { Suggestions = await LikelierAsync(name, exact.Senses, cancellationToken).ConfigureAwait(false) };
        }

        var best = await ResolveAsTypedAsync(name, wanted, true, cancellationToken).ConfigureAwait(false);
        foreach (var loose in LooseNames.Of(name).TakeWhile(_ => best.Senses.Count == 0))
        {
            var other = await ResolveAsTypedAsync(loose, wanted, true, cancellationToken).ConfigureAwait(false);
            best = other.Senses.Count > 0 ? other : best.Suggestions.Count == 0 ? other with { Name = name } : best;
        }

        return best;
    }

    /// <summary>The senses of a name, with or without its article and head noun; none if nothing has exactly that name.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="wanted">Labels that fit the question; empty for any.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<ResolvedName> ResolveExactAsync(string name, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        foreach (var typed in LooseNames.Of(name).Prepend(name))
        {
            var found = await ResolveAsTypedAsync(typed, wanted, false, cancellationToken).ConfigureAwait(false);
            if (found.Senses.Count > 0)
            {
                return found;
            }
        }

        return new ResolvedName(name, [], [], []);
    }

    /// <summary>False if no well-known concept has the name, see <see cref="NameSpeller.IsKnownAsync"/>; needs no query.</summary>
    public Task<bool> IsKnownAsync(string name, CancellationToken cancellationToken) => speller.IsKnownAsync(name, cancellationToken);

    /// <summary>For a name that hardly any paper uses, a similar name that far more use: a misspelling in a title is a concept of its own.</summary>
    private async Task<IReadOnlyList<GraphNode>> LikelierAsync(string name, IReadOnlyList<GraphNode> senses, CancellationToken cancellationToken)
    {
        var papers = senses.Max(sense => Number(sense, GraphSchema.Keys.PaperCount));
        if (papers > FewPapers || !name.Contains(' ', StringComparison.Ordinal))
        {
            return [];
        }

        var known = await speller.FindAsync(name, MostSuggestions, cancellationToken).ConfigureAwait(false);
        return await speller.ConceptsAsync([.. known.Where(other => other.Slips > 0 && other.Papers >= FarMore * papers).Select(other => other.ConceptId).Take(1)], cancellationToken).ConfigureAwait(false);
    }

    private async Task<ResolvedName> ResolveAsTypedAsync(string name, IReadOnlyList<string> wanted, bool triesSimilar, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        foreach (var id in new[] { name, NameKey.Slug(name) }.Distinct(StringComparer.Ordinal).Where(id => id.Length > 0))
        {
            Collect(found, await RunAsync(AskQueries.ConceptById, [("id", GraphValue.From(id))], cancellationToken).ConfigureAwait(false));
        }

        Collect(found, await SearchAsync(WordsQuery(name), name, cancellationToken).ConfigureAwait(false));
        var key = NameKey.Of(name);
        var senses = ByDescendingSupport(found.Values.Where(node => IdOf(node) == name || IsNamed(node, key, name)), node => Support(node, name, wanted));
        if (senses.Count > 0 && await _words.IsCommonWordAsync(name, NamesOf(senses[0]), Number(senses[0], GraphSchema.Keys.PaperCount), cancellationToken).ConfigureAwait(false))
        {
            return CommonWord(name, found.Values, wanted);
        }

        if (senses.Count == 0)
        {
            return triesSimilar ? await NearestAsync(name, found.Values, wanted, cancellationToken).ConfigureAwait(false) : new ResolvedName(name, [], [], []);
        }

        var best = Support(senses[0], name, wanted);
        var kept = senses.TakeWhile(node => IdOf(senses[0]) != name && Support(node, name, wanted) * DropRatio > best).ToList();
        kept = kept.Count == 0 ? [senses[0]] : kept;
        return new ResolvedName(name, kept, [.. senses.Skip(kept.Count).Where(node => Support(node, name, wanted) * HideRatio > best)], []);
    }

    /// <summary>The concept with the closest spelling, preferring well-known names, and other candidates as suggestions.</summary>
    private async Task<ResolvedName> NearestAsync(string name, IEnumerable<GraphNode> already, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        var near = already.ToDictionary(IdOf, StringComparer.Ordinal);
        var known = await speller.FindAsync(name, MostSuggestions, cancellationToken).ConfigureAwait(false);
        List<GraphNode> spelled = [.. await speller.ConceptsAsync([.. known.Select(other => other.ConceptId)], cancellationToken).ConfigureAwait(false)];
        var ordered = new List<GraphNode>();
        foreach (var query in NearQueries(name).TakeWhile(_ => spelled.Count == 0))
        {
            Collect(near, await SearchAsync(query, name, cancellationToken).ConfigureAwait(false));
            spelled = ByDescendingSupport(near.Values.Where(node => IsSpelled(node, name)), node => Support(node, name, wanted));
            ordered.AddRange(ByDescendingSupport(near.Values.ExceptBy(ordered.Select(IdOf), IdOf), node => Support(node, name, wanted)));
        }

        if (spelled.Count > 0 && await _words.IsFrequentTextAsync(name, Number(spelled[0], GraphSchema.Keys.PaperCount), cancellationToken).ConfigureAwait(false))
        {
            return CommonWord(name, near.Values, wanted);
        }

        // What the stricter queries found is closer, however rarely it is used.
        var suggestions = (spelled.Count > 1 ? spelled[1..] : (spelled.Count == 1 ? ByDescendingSupport(near.Values, node => Support(node, name, wanted)) : ordered).Where(node => IsNear(node, name))).Take(MostSuggestions).ToList();
        return spelled.Count == 0 ? new ResolvedName(name, [], [], suggestions) : new ResolvedName(name, [spelled[0]], [], suggestions) { IsCorrected = true };
    }

    /// <summary>No sense, because the text is a common word rather than a name. Suggests the best known concepts with the word in their name.</summary>
    private static ResolvedName CommonWord(string name, IEnumerable<GraphNode> near, IReadOnlyList<string> wanted)
    {
        var words = Words(name);
        var having = near.Where(node => words.All(word => Words(TextOf(node, GraphSchema.Keys.Name)).Any(other => other.StartsWith(word.TrimEnd('s'), StringComparison.Ordinal))));
        return new ResolvedName(name, [], [], [.. ByDescendingSupport(having, node => Number(node, GraphSchema.Keys.PaperCount) * (wanted.Count == 0 || node.Labels.Any(wanted.Contains) ? FittingType : 1)).Take(MostSuggestions)]);
    }

    /// <summary>True if a name of the concept is within the allowed slips of the typed name.</summary>
    private static bool IsSpelled(GraphNode node, string name)
    {
        var key = Slips.KeyOf(name);
        return NamesOf(node).Any(other => Slips.Between(key, Slips.KeyOf(other)) is not null);
    }

    private static List<GraphNode> ByDescendingSupport(IEnumerable<GraphNode> nodes, Func<GraphNode, double> support) =>
        [.. nodes.OrderByDescending(support).ThenBy(IdOf, StringComparer.Ordinal)];

    /// <summary>Number of papers that use this exact name for the concept; for its canonical name or id, all of its papers. Multiplied by the factors for case and type.</summary>
    private static double Support(GraphNode node, string name, IReadOnlyList<string> wanted)
    {
        var (papers, key) = (Number(node, GraphSchema.Keys.PaperCount), NameKey.Of(name));
        var aliases = Texts(node, GraphSchema.Keys.Aliases);
        var counts = node.Properties.TryGetValue(GraphSchema.Keys.AliasPapers, out var list) ? list.AsList() : [];
        var used = 0.0;
        for (var at = 0; at < aliases.Count && at < counts.Count; at++)
        {
            used += NameKey.Of(aliases[at]) == key || aliases[at].Equals(name, StringComparison.OrdinalIgnoreCase) ? Math.Max(counts[at].AsNumber(), 0.5) : 0;
        }

        var own = TextOf(node, GraphSchema.Keys.Name);
        var support = NameKey.Of(own) == key || own.Equals(name, StringComparison.OrdinalIgnoreCase) || IdOf(node) == name ? papers : used;
        support *= NamesOf(node).Contains(name, StringComparer.Ordinal) ? SameCapitals : 1;
        return support * (wanted.Count == 0 || node.Labels.Any(wanted.Contains) ? FittingType : 1) + (papers * 1e-6);
    }

    private static bool IsNamed(GraphNode node, string key, string name) =>
        NamesOf(node).Any(other => NameKey.Of(other) == key || other.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Name and aliases, without aliases known only from appearing next to another name in a text: "Cooling-Weighted DPO" is not what people mean by "DPO".</summary>
    private static IEnumerable<string> NamesOf(GraphNode node)
    {
        var reasons = Texts(node, GraphSchema.Keys.AliasReasons);
        return Texts(node, GraphSchema.Keys.Aliases).Where((_, at) => at >= reasons.Count || reasons[at] != GraphSchema.Reasons.SameText).Prepend(TextOf(node, GraphSchema.Keys.Name));
    }

    private static string WordsQuery(string name) => FullTextWords.Whole(Words(name));

    /// <summary>Words truncated to half their letters as prefixes, so that a typo in their second half still matches; null if all words are too short.</summary>
    private static string? PrefixQuery(IEnumerable<string> words)
    {
        var prefixes = words.Where(word => word.Length >= 3).Select(word => word[..Math.Min(word.Length, Math.Max(FewestLetters, word.Length / 2))] + "*").ToList();
        return prefixes.Count == 0 ? null : string.Join(" AND ", prefixes);
    }

    /// <summary>Queries for similar spellings, strictest first: words truncated by a third, to half, then all words but one.</summary>
    private static IEnumerable<string> NearQueries(string name)
    {
        var words = Words(name);
        var others = words.Count is < 2 or > 4 ? [] : words.Select((_, left) => PrefixQuery(words.Where((_, at) => at != left)));
        var most = string.Join(" AND ", words.Where(word => word.Length >= 6).Select(word => word[..(word.Length * 2 / 3)] + "*").Concat(words.Where(word => word.Length is >= 3 and < 6).Select(word => $"\"{word}\"")));
        return new[] { most.Length == 0 ? null : most, PrefixQuery(words) }.Concat(others).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>True if a name of the concept has words like two thirds of the typed ones: a name that shares initials or some letters is no suggestion.</summary>
    private static bool IsNear(GraphNode node, string name)
    {
        var words = Words(name).Where(word => word.Length > 2 && !Joining.Contains(word)).ToList();
        return words.Count > 0 && NamesOf(node).Select(Words).Any(own => 3 * words.Count(word => own.Any(other => IsLike(word, other))) >= 2 * words.Count);
    }

    /// <summary>True for a word and its beginning ("Opt"), for words of a common stem, two thirds of the longer one ("generative", "generation"), and within the allowed slips.</summary>
    private static bool IsLike(string word, string other)
    {
        var shared = word.AsSpan().CommonPrefixLength(other);
        return shared == word.Length || 3 * shared >= 2 * Math.Max(word.Length, other.Length) || Slips.Distance(word, other, Slips.Allowed(word)) is not null;
    }

    private static IReadOnlyList<string> Words(string name) => FullTextWords.Split(LetterFolding.Fold(name));

    private Task<QueryRows> SearchAsync(string query, string name, CancellationToken cancellationToken) => query.Length == 0
        ? Task.FromResult(new QueryRows([], [], new QuerySummary()))
        : RunAsync(AskQueries.ConceptsByName, [("query", GraphValue.From(query)), ("name", GraphValue.From(name.ToLowerInvariant()))], cancellationToken);

    private Task<QueryRows> RunAsync(string cypher, (string Name, GraphValue Value)[] parameters, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal), QueryOptions.Reading, cancellationToken);

    private static void Collect(Dictionary<string, GraphNode> found, QueryRows rows)
    {
        foreach (var row in rows.Rows)
        {
            found[IdOf(row[0].AsNode())] = row[0].AsNode();
        }
    }

    private static string IdOf(GraphNode node) => TextOf(node, GraphSchema.Keys.Id);

    private static string TextOf(GraphNode node, string key) => node.Properties.TryGetValue(key, out var value) && value.IsString ? value.AsString() : "";

    private static double Number(GraphNode node, string key) => node.Properties.TryGetValue(key, out var value) && value.IsNumber ? value.AsNumber() : 0;

    private static List<string> Texts(GraphNode node, string key) =>
        node.Properties.TryGetValue(key, out var list) ? [.. list.AsList().Select(text => text.AsString())] : [];
}
