using System.Text.RegularExpressions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says why a question has no answer, and what to ask instead.</summary>
internal static partial class Unanswered
{
    /// <summary>The answer where a name is not found: the text may be no question, or misspell the name.</summary>
    public static AskAnswer Because(string question, AskedNames asked, ResolvedName missing) => asked.Question switch
    {
        _ when OnlyExclusion().Match(missing.Name) is { Success: true } without => NotUnderstood(
            question, "A question needs a name that the papers have something to do with; what they leave out comes after it.", $"papers about RLHF but not {without.Groups["x"].Value}"),
        _ when Ranking().IsMatch(question) => NotUnderstood(
            question,
            "This asks for the most used of the whole graph, and a question is about one name; in Cypher it is: MATCH (c:Benchmark) RETURN c.name, c.paperCount ORDER BY c.paperCount DESC LIMIT 10",
            "which benchmarks are used for offline reinforcement learning?"),
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

    [GeneratedRegex(
        @"^(?:(?:what|which|list|show)\s+)?(?:(?:is|are)\s+)?(?:the\s+)?(?:(?:most\s+)?(?:popular|common|used|cited)\s+)?(?:benchmarks?|data\s?sets?|methods?|models?|tasks?|papers?)(?:\s+(?:is|are)\s+(?:the\s+)?(?:most\s+)?(?:popular|common|used|cited))?\s*\??$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ranking();
}
