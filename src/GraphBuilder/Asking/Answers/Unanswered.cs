using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>Explains why a question has no answer, and suggests other questions.</summary>
internal static partial class Unanswered
{
    /// <summary>The answer for a name that did not resolve: the text may not be a question, may be outside the graph's scope, or may misspell the name.</summary>
    /// <param name="question">As asked.</param>
    /// <param name="asked">The reading of the question.</param>
    /// <param name="missing">The name that did not resolve.</param>
    /// <param name="known">A concept whose name occurs in the question, or null.</param>
    /// <param name="within">A concept whose name occurs in <paramref name="missing"/>, or null.</param>
    public static AskAnswer Explain(string question, AskedNames asked, ResolvedName missing, GraphNode? known, GraphNode? within = null) =>
        ExplainAsTyped(question, asked, ReferenceEquals(missing, asked.Main) || ReferenceEquals(missing, asked.Also) ? missing with { Name = AsTyped(question, missing.Name) } : missing, known, within);

    /// <summary>The name as it is in the question; the whole question if reading it put other words in their place ("which papers" for "how many papers").</summary>
    private static string AsTyped(string question, string name) =>
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Contains(name, StringComparison.OrdinalIgnoreCase) ? name : question.Trim().TrimEnd('?', '!', '.', ' ');

    private static AskAnswer ExplainAsTyped(string question, AskedNames asked, ResolvedName missing, GraphNode? known, GraphNode? within) => asked.Question switch
    {
        _ when OnlyExclusion().Match(missing.Name) is { Success: true } without => NotUnderstood(
            question, "A question needs a name that the papers have something to do with; what they leave out comes after it.", $"papers about RLHF but not {without.Groups["x"].Value}"),
        _ when FollowUp().IsMatch(question) && known is null => NotUnderstood(
            question, "Each question is asked by itself: this one has no name in it. Write it out whole.", "what builds on DPO in 2024?"),
        _ when OutOfScope().Match(question) is { Success: true } outside => new(question, null, $"The graph cannot answer this: it is read from titles and abstracts, and holds no {Lacking(outside.Value)}.")
        {
            Suggestions = known is null ? QuestionReader.Examples : About(question, known, "").Suggestions,
        },
        _ when known is not null && Trend().IsMatch(question) => new(
            question, null, $"The graph can count the papers that name {AskedNames.NameOf(known)} year by year; what else the question asks is not understood.")
        {
            Suggestions = [$"papers per year about {known.Properties[GraphSchema.Keys.Name].AsString()}", $"newest papers about {known.Properties[GraphSchema.Keys.Name].AsString()}", $"what came after {known.Properties[GraphSchema.Keys.Name].AsString()}?"],
        },
        { Kind: QuestionKind.Connection or QuestionKind.InCommon } when Parts(missing.Name, asked) is { Count: > 2 } names => new(question, null, "Two things are compared at a time.")
        {
            Suggestions = [.. names.SelectMany((first, at) => names.Skip(at + 1).Select(second => $"compare {first} and {second}")).Take(3)],
        },
        { Whether: not null } when ReferenceEquals(missing, asked.Other) && asked.Main.Senses.Count > 0 => About(
            question, asked.Main.Senses[0], $"Nothing in this graph is named “{missing.Name}”, so it cannot tell this about {AskedNames.NameOf(asked.Main.Senses[0])}."),
        _ when known is not null && Opinion().IsMatch(question) => About(
            question, known, $"The graph cannot answer this about {AskedNames.NameOf(known)}: it knows who introduces, builds on, compares, uses and evaluates what, not what is good or bad about it or how it works."),
        { IsBareName: true } or { Kind: QuestionKind.WhatIs } when known is not null => About(question, known, $"This is no question of a known form, but {AskedNames.NameOf(known)} is known."),
        { IsBareName: true } when Questioning().IsMatch(question) => NotUnderstood(question, "This is no question of a known form."),
        { IsBareName: true } => NotUnderstood(question, $"This is no question of a known form, and nothing in this graph is named “{missing.Name}”."),
        { Kind: QuestionKind.WhatIs } => NotUnderstood(question, AnswerWriter.NotFound(missing), missing),
        _ => NotFound(question, asked, missing, within),
    };

    /// <summary>The answer to a question that is not understood, with suggestions.</summary>
    public static AskAnswer NotUnderstood(string question, string why, ResolvedName? name = null) => new(question, null, why)
    {
        Suggestions = name is null || name.Suggestions.Count == 0
            ? QuestionReader.Examples
            : [.. name.Suggestions.Take(3).Select(node => $"what is {node.Properties[GraphSchema.Keys.Name].AsString()}?"), .. QuestionReader.Examples],
    };

    /// <summary>The answer that suggests questions about a concept that the graph can answer.</summary>
    private static AskAnswer About(string question, GraphNode known, string why)
    {
        var name = known.Properties[GraphSchema.Keys.Name].AsString();
        return new(question, null, why)
        {
            Suggestions = [$"what is {name}?", $"papers about {name}", $"who introduced {name}?", $"what builds on {name}?", $"what is {name} compared with?"],
        };
    }

    /// <summary>Questions about the same concept that are more likely to have an answer than one without rows.</summary>
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
        string[] first = asked.Question.Kind switch
        {
            QuestionKind.IntroducedBy => [$"oldest papers about {name}"],
            QuestionKind.ResultsOn when asked.Metric is not null => [$"best results on {name}", $"all numbers on {name}"],
            QuestionKind.ResultsOn => [$"all numbers on {name}", $"which papers evaluate on {name}?"],
            QuestionKind.Outperforms when asked.Also is not null => [$"which methods outperform {name}?"],
            _ => [],
        };
        return [.. first, .. others.Where(other => isLimited || other.Kind != asked.Question.Kind).Select(other => other.Text)];
    }

    /// <summary>Follow-up questions to a question about two concepts.</summary>
    /// <param name="asked">The two concepts.</param>
    /// <param name="isAnswered">Whether there were rows about the two themselves.</param>
    public static IReadOnlyList<string> OfPair(AskedNames asked, bool isAnswered)
    {
        var (first, second) = (NameOf(asked.Main), NameOf(asked.Other!));
        return asked.Question.Kind == QuestionKind.ResultsOf
            ? [$"best results on {second}", $"all numbers on {second}", .. isAnswered ? Array.Empty<string>() : [$"which papers evaluate on {second} and use {first}?", $"which benchmarks is {first} evaluated on?"]]
            : [$"compare {first} and {second}", $"how are {first} and {second} connected?"];
    }

    /// <summary>The answer for a name that no author has. It mentions institutions, because people also ask for papers "by Google".</summary>
    public static AskAnswer NoAuthor(string question, AskPlan plan, FoundAuthor author) => new(question, $"{plan.Name}(“{author.Typed}”)", AnswerWriter.NoAuthor(author))
    {
        Suggestions = [.. author.Near.Select(near => ReplaceName(question, author.Typed, near))],
    };

    /// <summary>Follow-up questions about authors.</summary>
    public static IReadOnlyList<string> OfAuthor(QuestionKind kind, IReadOnlyList<FoundAuthor> authors) =>
        [.. authors.Select(author => kind == QuestionKind.Coauthors ? $"papers by {author.Name}" : $"coauthors of {author.Name}"), .. authors.SelectMany(author => author.Near.Take(2)).Select(near => $"papers by {near}")];

    private static string NameOf(ResolvedName name) => name.Senses[0].Properties[GraphSchema.Keys.Name].AsString();

    /// <summary>The answer if no paper contains the words.</summary>
    public static AskAnswer NoWords(string question, string words) => new(question, $"words(“{words}”)", $"No paper in this graph has the words “{words}” in the title or abstract.") { Suggestions = QuestionReader.Examples };

    /// <summary>The names of a question that compares more than two.</summary>
    private static List<string> Parts(string missing, AskedNames asked)
    {
        var others = new[] { asked.Main.Name, asked.Other?.Name ?? "" };
        return [.. others.SelectMany(name => name == missing || name.Contains(',', StringComparison.Ordinal) ? Separator().Split(name) : [name]).Select(name => name.Trim()).Where(name => name.Length > 0)];
    }

    /// <summary>True for a text phrased as a question, whose words are not worth a full-text search.</summary>
    public static bool IsQuestion(string question) => Questioning().IsMatch(question);

    /// <summary>True if <see cref="Explain"/> can give a specific reason why the question has no answer.</summary>
    public static bool HasReason(string question) => FollowUp().IsMatch(question) || OutOfScope().IsMatch(question) || Trend().IsMatch(question) || Opinion().IsMatch(question);

    private static string Lacking(string word) => word.ToLowerInvariant() switch
    {
        "affiliation" or "affiliations" or "institution" or "institutions" or "university" or "universities" => "affiliations of authors",
        "license" or "licence" or "licenses" or "licences" => "licences",
        "weights" or "checkpoint" or "checkpoints" => "weights of models",
        "hyperparameter" or "hyperparameters" or "learning rate" or "batch size" => "settings of experiments",
        var text when text.StartsWith("download", StringComparison.Ordinal) => "files to download",
        var text when text.StartsWith("how ", StringComparison.Ordinal) => "sizes of models or datasets",
        _ => "code",
    };

    private static AskAnswer NotUnderstood(string question, string why, string instead) => new(question, null, why) { Suggestions = [instead] };

    /// <summary>The answer for a name that did not resolve. A known concept named within it is suggested first: "GSM8K but harder".</summary>
    private static AskAnswer NotFound(string question, AskedNames asked, ResolvedName missing, GraphNode? within)
    {
        var names = missing.Suggestions.Prepend(within).OfType<GraphNode>().DistinctBy(AskedNames.IdOf).Select(node => node.Properties[GraphSchema.Keys.Name].AsString());
        return new(question, $"{asked.Plan.Name}(“{missing.Name}”)", AnswerWriter.NotFound(missing)) { Suggestions = [.. names.Select(name => ReplaceName(question, missing.Name, name))] };
    }

    /// <summary>The question with a name replaced, along with its quotation marks.</summary>
    public static string ReplaceName(string question, string name, string other) =>
        Regex.Replace(question, $"[\"'“”‘’`]*{Regex.Escape(name)}[\"'“”‘’`]*", _ => other, RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?:and|but|then|or|also|what\s+about|how\s+about)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"\b(?:affiliations?|institutions?|universit(?:y|ies)|licen[sc]es?|weights|checkpoints?|code(?=\s+(?:is|available|for))|source code|implementations?|repositor(?:y|ies)|github|download(?:ed|s)?|hyper-?parameters?|learning rate(?=\s+(?:does|do|did|should|is))|batch size(?=\s+(?:does|do|did|should|is))|how\s+(?:big|large|long|small)\s+(?:is|are)|how\s+many\s+(?:parameters|layers|images|samples|examples|tokens|classes|hours|gpus|epochs))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOfScope();

    [GeneratedRegex(@"\b(?:trends?|per year|each year|every year|over time|over the years|popularity|by year|declin\w+|still growing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trend();

    [GeneratedRegex(@"^(?:what|which|who|whom|how|why|when|where|is|are|was|were|does|do|did|can|could|should|will|has|have|list|show|find|name|explain)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Questioning();

    [GeneratedRegex(@"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:neither|nor|no|not|none of|without)\s+(?<x>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyExclusion();

    [GeneratedRegex(@"\b(?:limitations?|weakness(?:es)?|drawbacks?|shortcomings?|disadvantages?|advantages?|strengths?|pros and cons|benefits?)\b|^(?:why|how)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opinion();
}
