using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Resolves the names of a question. A name that matches nothing may be two names ("GSM8K and MATH") or a name and an exclusion ("DPO but not PPO", "RLHF without reward models").
/// It is split only in that case, because "learning without forgetting" is a name.
/// </summary>
internal sealed class NameReader(ConceptResolver resolver)
{
    /// <summary>Maximum number of words of a text that are searched for a known name.</summary>
    private const int MostWords = 16;

    /// <summary>Maximum number of words of a name found within a text.</summary>
    private const int LongestName = 4;

    /// <summary>A concept found within a text must be named by at least this many papers.</summary>
    private const int FewestPapers = 3;

    /// <summary>A concept that this many papers name is found in other capitals too: "Bert".</summary>
    private const int ManyPapers = 50;

    /// <summary>Resolves all names of a question. If the whole name does not match, a year next to it may limit the papers ("NeRF 2022"; AIME 2024 is a name).</summary>
    public async Task<AskedNames> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        var asked = await ReadWholeAsync(question, cancellationToken).ConfigureAwait(false);
        if (asked.Main is { Senses.Count: > 0, IsCorrected: false } || question.Filters is not { Since: null, Until: null } || FilterReader.SplitYear(question.Name) is not { } dated)
        {
            return asked;
        }

        var filters = question.Filters with { Since = dated.Year, Until = dated.Year };
        var other = await ReadWholeAsync(question with { Name = dated.Name, Filters = filters, Kind = question.IsBareName ? QuestionKind.About : question.Kind }, cancellationToken).ConfigureAwait(false);
        return other is { Missing: null, Main.IsCorrected: false } ? other : asked;
    }

    private async Task<AskedNames> ReadWholeAsync(Question question, CancellationToken cancellationToken)
    {
        (question, var main) = await ReadMainAsync(question, cancellationToken).ConfigureAwait(false);
        question = question with { Kind = FittingKind(question.Kind, main.Senses) };
        var plan = AskPlan.Of(question.Kind);
        (question, var other) = await ReadOtherAsync(question, plan, cancellationToken).ConfigureAwait(false);
        (question, var also) = await ReadAlsoAsync(question, cancellationToken).ConfigureAwait(false);
        var metric = question.Metric is null ? null : await ReadMetricAsync(question, cancellationToken).ConfigureAwait(false);
        return new AskedNames(question, plan, main) { Other = other, Also = also, Metric = metric, Without = await ReadWithoutAsync(question.Without?.Name, cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Adapts the kind to the type of the concept: the baselines of a task are the methods its papers compare with, and what resembles a dataset is other datasets.</summary>
    private static QuestionKind FittingKind(QuestionKind kind, IReadOnlyList<GraphNode> senses) => senses.Count == 0 ? kind : kind switch
    {
        QuestionKind.ComparedTo when !Has(senses, GraphSchema.Labels.Method) && Has(senses, GraphSchema.Labels.Task) => QuestionKind.BaselinesFor,
        QuestionKind.ComparedTo when !Has(senses, GraphSchema.Labels.Method) && AskPlan.Of(QuestionKind.Alike).Wanted.Any(label => Has(senses, label)) => QuestionKind.Alike,
        QuestionKind.Measures when !Has(senses, GraphSchema.Labels.Metric) => QuestionKind.About,
        _ => kind,
    };

    private static bool Has(IReadOnlyList<GraphNode> senses, string label) => senses.Any(sense => sense.Labels.Contains(label));

    private async Task<MetricCondition> ReadMetricAsync(Question question, CancellationToken cancellationToken)
    {
        var known = await resolver.ResolveAsync(question.Metric!, [GraphSchema.Labels.Metric], cancellationToken).ConfigureAwait(false);
        var metric = known.IsCorrected ? null : known.Senses.FirstOrDefault(sense => sense.Labels.Contains(GraphSchema.Labels.Metric));
        return MetricWords.ConditionOf(question.Metric!, metric, question.Lowest);
    }

    private async Task<(Question Question, ResolvedName Main)> ReadMainAsync(Question question, CancellationToken cancellationToken)
    {
        var wanted = AskPlan.Of(question.Kind).Wanted;
        var main = await resolver.ResolveAsync(question.Name, wanted, cancellationToken).ConfigureAwait(false);
        if (main.Senses.Count == 0 && question.Name.StartsWith("both ", StringComparison.OrdinalIgnoreCase) && NameSplitter.IntoPair(question.Name) is not null)
        {
            question = question with { Name = question.Name["both ".Length..].Trim() };
        }

        if (main.Senses.Count == 0 && question.Other is null && NameSplitter.OffExclusion(question.Name, question.Kind) is { } excluded)
        {
            question = question with { Name = excluded.Name, Without = excluded.Without };
            main = await resolver.ResolveAsync(excluded.Name, wanted, cancellationToken).ConfigureAwait(false);
        }

        if (main.Senses.Count == 0 && question is { Also: null, Other: null } && NameSplitter.IntoPair(question.Name) is { } both)
        {
            question = question with { Name = both.First, Also = new FurtherCondition(question.Kind, both.Second) };
            main = await resolver.ResolveAsync(both.First, wanted, cancellationToken).ConfigureAwait(false);
        }

        return main.Senses.Count == 0 && question is { Also: null, Other: null } ? await ReadGroundAsync(question, main, cancellationToken).ConfigureAwait(false) : (question, main);
    }

    /// <summary>
    /// "PPO on Atari", "which papers use DPO for summarization", "diffusion policy robots": a name and an extra condition. In a text of no known question form, both names must be
    /// known.
    /// </summary>
    private async Task<(Question Question, ResolvedName Main)> ReadGroundAsync(Question question, ResolvedName main, CancellationToken cancellationToken)
    {
        var isBare = question.IsBareName || question.Kind == QuestionKind.WhatIs;
        foreach (var ground in question.IsBareName ? NameSplitter.OffGround(question.Name).Concat(NameSplitter.IntoAdjacent(question.Name)) : NameSplitter.OffGround(question.Name))
        {
            var found = await (isBare ? resolver.ResolveExactAsync(ground.Name, AskPlan.Of(question.Kind).Wanted, cancellationToken) : resolver.ResolveAsync(ground.Name, AskPlan.Of(question.Kind).Wanted, cancellationToken)).ConfigureAwait(false);
            if (!isBare && found.Senses.Count > 0)
            {
                return (await WithGroundAsync(question with { Name = ground.Name }, ground.Also, cancellationToken).ConfigureAwait(false), found);
            }

            if (question.IsBareName && IsKnown(found) && IsKnown(await resolver.ResolveExactAsync(ground.Also.Name, [], cancellationToken).ConfigureAwait(false)))
            {
                return (question with { Name = ground.Name, Also = ground.Also, Kind = QuestionKind.About, IsBareName = false }, found);
            }
        }

        return (question, main);
    }

    /// <summary>
    /// The question with an extra condition. One that no concept has the name of is ignored ("does anyone extend Mamba to graphs?"), unless papers can be searched for its words.
    /// </summary>
    private async Task<Question> WithGroundAsync(Question question, FurtherCondition also, CancellationToken cancellationToken) =>
        question.Kind is QuestionKind.Uses or QuestionKind.About or QuestionKind.Measures || (await FindAsync(also, cancellationToken).ConfigureAwait(false)).Senses.Count > 0
            ? question with { Also = also }
            : question with { Aside = also.Name };

    /// <summary>
    /// The second name. What follows "on", "for" or the like becomes an extra condition if it is known, and is ignored otherwise: "does Mamba beat Transformers on long sequences?"
    /// </summary>
    private async Task<(Question Question, ResolvedName? Other)> ReadOtherAsync(Question question, AskPlan plan, CancellationToken cancellationToken)
    {
        if (question.Other is not { } name)
        {
            return (question, null);
        }

        var other = await resolver.ResolveAsync(name, plan.WantedOther ?? plan.Wanted, cancellationToken).ConfigureAwait(false);
        foreach (var ground in other is { Senses.Count: > 0, IsCorrected: false } || question.Also is not null ? [] : NameSplitter.OffGround(name))
        {
            var shorter = await resolver.ResolveExactAsync(ground.Name, plan.WantedOther ?? plan.Wanted, cancellationToken).ConfigureAwait(false);
            if (shorter.Senses.Count > 0)
            {
                var isKnown = IsKnown(await resolver.ResolveExactAsync(ground.Also.Name, AskPlan.Of(ground.Also.Kind).Wanted, cancellationToken).ConfigureAwait(false));
                return (question with { Other = ground.Name, Also = isKnown ? ground.Also : null, Aside = isKnown ? null : ground.Also.Name }, shorter);
            }
        }

        return (question, other);
    }

    /// <summary>True for a name that matches as typed: "PPO on Atari" asks for papers, "a walk in the park" does not.</summary>
    private static bool IsKnown(ResolvedName name) => name is { Senses.Count: > 0, IsCorrected: false };

    /// <summary>Resolves the name of an extra condition.</summary>
    public Task<ResolvedName> FindAsync(FurtherCondition condition, CancellationToken cancellationToken) => resolver.ResolveAsync(condition.Name, AskPlan.Of(condition.Kind).Wanted, cancellationToken);

    /// <summary>The concept with the longest name that occurs in a text, the most used one among names of equal length; null if there is none.</summary>
    public async Task<GraphNode?> FindKnownAsync(string text, CancellationToken cancellationToken)
    {
        var words = NameSplitter.Words(text.Trim().TrimEnd('?', '!', '.')).Where(word => word.Length > 0).Take(MostWords).ToList();
        for (var length = Math.Min(LongestName, words.Count); length > 0; length--)
        {
            var found = new List<GraphNode>();
            for (var at = 0; at + length <= words.Count; at++)
            {
                var name = string.Join(' ', words.Skip(at).Take(length));
                if (!NameSplitter.IsPlain(words[at]) && !NameSplitter.IsPlain(words[at + length - 1]) && await resolver.IsKnownAsync(name, cancellationToken).ConfigureAwait(false))
                {
                    var known = await resolver.ResolveExactAsync(name, [], cancellationToken).ConfigureAwait(false);
                    found.AddRange(known.Senses.Take(1).Where(node => AskedNames.PapersOf(node) >= FewestPapers && IsWrittenSo(node, name)));
                }
            }

            if (found.Count > 0)
            {
                return found.MaxBy(AskedNames.PapersOf);
            }
        }

        return null;
    }

    /// <summary>False for a capitalised word and a rare concept with the same letters, all in capitals: "Finn" is not FINN.</summary>
    private static bool IsWrittenSo(GraphNode node, string name)
    {
        if (AskedNames.PapersOf(node) >= ManyPapers || name.Length < 2 || !char.IsUpper(name[0]) || !name.Skip(1).All(char.IsLower))
        {
            return true;
        }

        var same = AskedNames.NamesOf(node).Where(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return same.Count == 0 || !same.TrueForAll(other => other.All(char.IsUpper));
    }

    private async Task<(Question Question, ResolvedName? Also)> ReadAlsoAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Also is not { } further)
        {
            return (question, null);
        }

        var wanted = AskPlan.Of(further.Kind).Wanted;
        var also = await resolver.ResolveAsync(further.Name, wanted, cancellationToken).ConfigureAwait(false);
        if (also.Senses.Count == 0 && question.Without is null && NameSplitter.OffExclusion(further.Name, further.Kind) is { } excluded)
        {
            question = question with { Also = further with { Name = excluded.Name }, Without = excluded.Without };
            also = await resolver.ResolveAsync(excluded.Name, wanted, cancellationToken).ConfigureAwait(false);
        }

        return (question, also);
    }

    /// <summary>The excluded names: one, or several if the whole text does not match ("PPO, IPO and KTO").</summary>
    private async Task<IReadOnlyList<ResolvedName>> ReadWithoutAsync(string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return [];
        }

        var whole = await resolver.ResolveAsync(text, [], cancellationToken).ConfigureAwait(false);
        return whole.Senses.Count > 0 || NameSplitter.IntoPair(text) is not { } both
            ? [whole]
            : [.. await ReadWithoutAsync(both.First, cancellationToken).ConfigureAwait(false), .. await ReadWithoutAsync(both.Second, cancellationToken).ConfigureAwait(false)];
    }
}
