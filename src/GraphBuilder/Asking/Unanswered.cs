using System.Text.RegularExpressions;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Asking;

/// <summary>Says why a question has no answer, and what to ask instead.</summary>
internal static class Unanswered
{
    /// <summary>The answer where a name is not found: the text may be no question, or misspell the name.</summary>
    public static AskAnswer Because(string question, AskedNames asked, ResolvedName missing) => asked.Question switch
    {
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

    private static AskAnswer NotFound(string question, AskedNames asked, ResolvedName missing) =>
        new(question, $"{asked.Plan.Name}(“{missing.Name}”)", AnswerWriter.NotFound(missing))
        {
            Suggestions = [.. missing.Suggestions.Select(node => Instead(question, missing.Name, node.Properties[GraphSchema.Keys.Name].AsString()))],
        };

    /// <summary>The question with another name, without the quotation marks around the one it had.</summary>
    private static string Instead(string question, string name, string other) =>
        Regex.Replace(question, $"[\"'“”‘’`]*{Regex.Escape(name)}[\"'“”‘’`]*", _ => other, RegexOptions.CultureInvariant);
}
