using System.Text.RegularExpressions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says why a question has no answer, and what to ask instead.</summary>
internal static partial class Unanswered
{
    /// <summary>The answer where a name is not found: the text may be no question, or misspell the name.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="asked">What was read of it.</param>
    /// <param name="missing">The name that is not found.</param>
    /// <param name="known">A concept whose name stands in the question, or null.</param>
    public static AskAnswer Because(string question, AskedNames asked, ResolvedName missing, GraphNode? known) => asked.Question switch
    {
        _ when OnlyExclusion().Match(missing.Name) is { Success: true } without => NotUnderstood(
            question, "A question needs a name that the papers have something to do with; what they leave out comes after it.", $"papers about RLHF but not {without.Groups["x"].Value}"),
        _ when known is not null && Opinion().IsMatch(question) => About(
            question, known, $"The graph cannot answer this of {AskedNames.NameOf(known)}: it knows who introduces, builds on, compares, uses and evaluates what, not what is good or bad about it or how it works."),
        { IsBareName: true } or { Kind: QuestionKind.WhatIs } when known is not null => About(question, known, $"This is no question of a known form, but {AskedNames.NameOf(known)} is known."),
        { IsBareName: true } => NotUnderstood(question, $"This is no question of a known form, and nothing in this graph is named “{missing.Name}”."),
        { Kind: QuestionKind.WhatIs } => NotUnderstood(question, AnswerWriter.NotFound(missing), missing),
        _ => NotFound(question, asked, missing),
    };

    /// <summary>The answer to what is not understood, with questions to ask instead.</summary>
    public static AskAnswer NotUnderstood(string question, string why, ResolvedName? name = null) => new(question, null, why)
    {
        Suggestions = name is null || name.Suggestions.Count == 0
            ? QuestionReader.Examples
            : [.. name.Suggestions.Take(3).Select(node => $"what is {node.Properties[GraphSchema.Keys.Name].AsString()}?"), .. QuestionReader.Examples],
    };

    /// <summary>Questions about a concept that the graph can answer.</summary>
    private static AskAnswer About(string question, GraphNode known, string why)
    {
        var name = known.Properties[GraphSchema.Keys.Name].AsString();
        return new(question, null, why)
        {
            Suggestions = [$"what is {name}?", $"who introduced {name}?", $"what builds on {name}?", $"what is {name} compared with?", $"papers about {name}"],
        };
    }

    /// <summary>Questions about the same concept that are likelier to have an answer than the one that had none.</summary>
    public static IReadOnlyList<string> Further(AskedNames asked)
    {
        if (asked.Main.Senses.Count == 0)
        {
            return [];
        }

        var name = asked.Main.Senses[0].Properties[GraphSchema.Keys.Name].AsString();
        var isLimited = asked.Question.Filters != new QuestionFilters() || asked.Also is not null || asked.Without.Count > 0;
        (QuestionKind Kind, string Text)[] others =
        [
            (QuestionKind.BuildsOn, $"what builds on {name}?"), (QuestionKind.Uses, $"which papers use {name}?"), (QuestionKind.About, $"papers about {name}"), (QuestionKind.WhatIs, $"what is {name}?"),
        ];
        return [.. asked.Question.Kind == QuestionKind.IntroducedBy ? [$"oldest papers about {name}"] : Array.Empty<string>(), .. others.Where(other => isLimited || other.Kind != asked.Question.Kind).Select(other => other.Text)];
    }

    /// <summary>Questions about the same two that go on where an answer about both ends.</summary>
    /// <param name="asked">The two.</param>
    /// <param name="isAnswered">Whether there were rows of the two themselves.</param>
    public static IReadOnlyList<string> OfPair(AskedNames asked, bool isAnswered)
    {
        var (first, second) = (NameOf(asked.Main), NameOf(asked.Other!));
        return asked.Question.Kind == QuestionKind.ResultsOf
            ? [$"best results on {second}", $"all numbers on {second}", .. isAnswered ? Array.Empty<string>() : [$"which papers evaluate on {second} and use {first}?", $"which benchmarks is {first} evaluated on?"]]
            : [$"compare {first} and {second}", $"how are {first} and {second} connected?"];
    }

    private static string NameOf(ResolvedName name) => name.Senses[0].Properties[GraphSchema.Keys.Name].AsString();

    private static AskAnswer NotUnderstood(string question, string why, string instead) => new(question, null, why) { Suggestions = [instead] };

    private static AskAnswer NotFound(string question, AskedNames asked, ResolvedName missing) =>
        new(question, $"{asked.Plan.Name}(“{missing.Name}”)", AnswerWriter.NotFound(missing))
        {
            Suggestions = [.. missing.Suggestions.Select(node => Instead(question, missing.Name, node.Properties[GraphSchema.Keys.Name].AsString()))],
        };

    /// <summary>The question with another name, without the quotation marks around the one it had.</summary>
    public static string Instead(string question, string name, string other) =>
        Regex.Replace(question, $"[\"'“”‘’`]*{Regex.Escape(name)}[\"'“”‘’`]*", _ => other, RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?:neither|nor|no|not|none of|without)\s+(?<x>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyExclusion();

    [GeneratedRegex(@"\b(?:limitations?|weakness(?:es)?|drawbacks?|shortcomings?|disadvantages?|advantages?|strengths?|pros and cons|benefits?)\b|^(?:why|how)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opinion();
}
