using System.Globalization;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <summary>Writes the sentence of an answer.</summary>
internal static partial class AnswerWriter
{
    /// <summary>Maximum number of other senses of a name that are listed: one line.</summary>
    private const int MostSenses = 4;

    /// <summary>Maximum number of concepts in a sentence.</summary>
    private const int FewTold = 5;

    /// <summary>The same if the question asks for a number of concepts.</summary>
    private const int MostTold = 10;

    /// <summary>The sentence for rows of papers or concepts.</summary>
    public static string Write(AskedNames asked, FoundRows found)
    {
        var when = Limits(asked.Question.Filters);
        var name = Some([.. asked.Main.Senses.Select(AskedNames.NameOf)]);
        var ground = asked.Also is null ? "" : $" that {AlsoVerb(asked.AlsoKind, 2)} {AskedNames.NameOf(asked.Also.Senses[0])}";
        var (rows, total, through, top) = (found.AllRows, found.Total, found.ViaCount, asked.Question.Filters.Top);
        var sentence = asked.Question.Kind switch
        {
            QuestionKind.BuildsOn => Papers(rows, (total, through), asked, $"on {name}", "builds", "build"),
            QuestionKind.EvaluatesOn => Papers(rows, (total, through), asked, $"on {name}", "evaluates", "evaluate"),
            QuestionKind.ComparesWith => Papers(rows, (total, through), asked, $"with {name}", "compares", "compare"),
            QuestionKind.Measures => Papers(rows, (total, through), asked, name, "measures", "measure"),
            QuestionKind.VenuesOn => Venues(found, asked, $"that name {name}"),
            QuestionKind.VenuesOfAuthor => Venues(found, asked, $"by {asked.Main.Name}"),
            QuestionKind.BaselinesFor => Concepts(rows, total, $"Papers on {name}{ground}{when} compare with", $"No paper in this graph on {name} says what it compares with{when}.", top),
            QuestionKind.Alike => Concepts(rows, total, $"Papers that evaluate on {name}{ground}{when} also evaluate on", $"No paper in this graph evaluates on {name} and something else{when}.", top) + (rows.Count == 0 ? "" : " That they are used together need not mean that they are alike."),
            QuestionKind.Uses => Papers(rows, (total, through), asked, name, "uses", "use"),
            QuestionKind.About => Papers(rows, (total, through), asked, name, "names", "name"),
            QuestionKind.Cites => Papers(rows, (total, through), asked, $"the paper that introduced {name}", "cites", "cite"),
            QuestionKind.UsedBy => Concepts(rows, total, $"Papers that introduce {name} use", $"No paper in this graph that introduces {name} says what it uses{when}.", top),
            QuestionKind.ByAuthor => Papers(rows, (total, through), asked, $"by {asked.Main.Name}", "is", "are"),
            QuestionKind.IntroducedBy => Introduced(rows, name, asked),
            QuestionKind.Ancestors => Ancestors(rows, total, (name, when), top),
            QuestionKind.Lineage => Lineage(rows, name, asked),
            QuestionKind.Successors => Successors(found, name, when),
            QuestionKind.AuthorsOn => Authors(found, asked, name, when),
            QuestionKind.Coauthors => Coauthors(found, asked.Main.Name, when),
            QuestionKind.Variants => Concepts(rows, total, $"Variants of {name} are", $"No variant of {name} is in this graph{when}.", top),
            QuestionKind.Outperforms => Concepts(rows, total, $"Papers say of these methods that they do better than {name}{Ground(asked)}:", $"No paper in this graph says that a method does better than {name}{Ground(asked)}{when}.", top),
            QuestionKind.ComparedTo => Concepts(rows, total, $"{name} is compared with", $"Nothing in this graph{when} is compared with {name}.", top),
            QuestionKind.EvaluatedWith => Concepts(rows, total, $"Papers that introduce {name} or build on it evaluate on", $"No evaluation of {name} is in this graph{when}.", top),
            QuestionKind.TasksOf => Concepts(rows, total, $"{name} is used for", $"No task of {name} is in this graph{when}.", top),
            QuestionKind.MethodsFor => Concepts(rows, total, top is null ? $"Papers on {name}{ground}{when} use" : $"Of {Count(total, "method", "methods")} that papers on {name}{ground}{when} use, these are in most of them:", $"No method for {name} is in this graph{when}.", top),
            QuestionKind.BenchmarksFor => Concepts(rows, total, top is null ? $"Papers on {name}{ground}{when} use" : $"Of {Count(total, "dataset or benchmark", "datasets and benchmarks")} that papers on {name}{ground}{when} use, these are in most of them:", $"No dataset or benchmark for {name} is in this graph{when}.", top),
            QuestionKind.MetricsFor => Concepts(rows, total, $"Papers on {name}{ground}{when} measure", $"No metric for {name} is in this graph{when}.", top),
            QuestionKind.NewDataFor => Concepts(rows, total, $"Papers on {name} introduce these datasets and benchmarks{when}:", $"No paper in this graph introduces a dataset or benchmark for {name}{when}.", top),
            QuestionKind.NewMethodsFor => Concepts(rows, total, $"Papers on {name} introduce these methods{when}:", $"No paper in this graph introduces a method for {name}{when}.", top),
            QuestionKind.ResultsOn => ResultWriter.Write(found, name, asked.Metric, when),
            QuestionKind.NumbersOn => ResultWriter.WriteAll(total, name, when),
            _ => "",
        };
        return sentence + (asked.Question.AsksWhoWon && rows.Count > 0 ? " The graph knows what is compared, not which was better: read the sentences." : "")
            + (asked.Question is { Kind: QuestionKind.MethodsFor, AsksContrast: true } && rows.Count > 0 ? " They stand by how many papers use them; which is best, results on a benchmark may tell." : "") + Uncited(asked, rows) + Unread(asked, rows) + LeftAside(asked, rows) + ByIntroducers(asked) + Ignored(asked) + Senses(asked);
    }

    /// <summary>A remark that only the named concepts are left out, not those that build on them or use them.</summary>
    private static string LeftAside(AskedNames asked, IReadOnlyList<AskRow> rows) => asked.Without.Count == 0 || !asked.Plan.GivesConcepts || rows.Count == 0
        ? ""
        : $" {Join([.. asked.Without.Select(name => AskedNames.NameOf(name.Senses[0]))], "and")} {(asked.Without.Count == 1 ? "is" : "are")} left out, but not what builds on {(asked.Without.Count == 1 ? "it" : "them")} or uses {(asked.Without.Count == 1 ? "it" : "them")}.";

    /// <summary>The sentence for a name that is a paper's title.</summary>
    /// <param name="kind">What was asked.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="found">Papers that cite it, if the question asks for them; otherwise the concepts that it introduces.</param>
    public static string WriteTitle(QuestionKind kind, AskRow paper, FoundRows found) => kind == QuestionKind.Cites
        ? found.Total == 0 ? $"{Title(paper)} is a paper; no citation of it is in this graph." : $"{Count(found.Total, "paper cites", "papers cite")} {Title(paper)}."
        : found.Total == 0
            ? $"{Title(paper)} is a paper{By(paper.Authors)}; nothing in this graph is known to be introduced by it."
            : $"{Title(paper)} is a paper{By(paper.Authors)}; it introduces {Some([.. found.Rows.Select(row => AskedNames.NameOf(row.Node))])}.";

    /// <summary>The sentence that defines a concept.</summary>
    public static string Define(AskedNames asked, IReadOnlyList<AskRow> introducing)
    {
        var node = asked.Main.Senses[0];
        if (asked.Main.Senses.Count > 1)
        {
            return $"“{asked.Main.Name}” names {asked.Main.Senses.Count} concepts here: {Some([.. asked.Main.Senses.Select(AskedNames.NameOf)])}.";
        }

        var type = GraphSchema.Labels.ConceptTypes.Where(node.Labels.Contains).Select(label => label.ToLowerInvariant()).FirstOrDefault() ?? "concept";
        var papers = node.Properties.TryGetValue(GraphSchema.Keys.PaperCount, out var count) ? count.AsInteger() : 0;
        var origin = introducing is [{ Relation: GraphSchema.Types.Introduces }, ..] ? $", introduced by {Title(introducing[0])}" : OriginOf(node) is { } known ? $", {known}" : "";
        return $"{AskedNames.NameOf(node)} is {(type[0] is 'a' or 'e' ? "an" : "a")} {type} that {Count(papers, "paper names", "papers name")}{origin}.{Told(introducing)}{Senses(asked)}";
    }

    /// <summary>The sentence for a name that matches nothing in the graph.</summary>
    public static string NotFound(ResolvedName name) => name.Suggestions.Count == 0
        ? $"Nothing in this graph is named “{name.Name}”."
        : $"Nothing in this graph is named “{name.Name}”; near it are {Join([.. name.Suggestions.Select(AskedNames.NameOf)], "and")}.";

    /// <summary>Joins items for a sentence: a, b and c.</summary>
    public static string Join(IReadOnlyList<string> items, string word) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {word} {items[^1]}",
    };

    /// <summary>The first few of several items and the number of others.</summary>
    private static string Some(IReadOnlyList<string> items) =>
        items.Count <= 5 ? Join(items, "and") : $"{string.Join(", ", items.Take(4))} and {items.Count - 4} others";

    /// <summary>Title and year of a paper, as in a sentence.</summary>
    public static string Title(AskRow row) => row.Year is { } year ? $"“{row.Title}” ({year})" : $"“{row.Title}”";

    private static string Papers(IReadOnlyList<AskRow> rows, (int Papers, int Through) count, AskedNames asked, string what, string one, string many)
    {
        var (total, when) = (count.Papers, Limits(asked.Question.Filters));
        var also = Also(asked, total) + Except(asked);
        if (total == 0)
        {
            return $"No paper in this graph {one} {what}{Also(asked, 1)}{Except(asked)}{when}.{(asked.Also is null ? "" : " Only what titles and abstracts name is known.")}";
        }

        var first = asked.Question.Filters.Order switch
        {
            RowOrder.Newest => "the newest",
            RowOrder.Oldest => "the oldest",
            RowOrder.MostCited => Uncited(asked, rows).Length == 0 ? "the most cited" : "first",
            _ => asked.Question.Kind switch { QuestionKind.ByAuthor => "the newest", QuestionKind.Cites => "the most important", _ => "the surest" },
        };
        var examples = Join([.. rows.Take(asked.Question.Filters.Top is { } top ? Math.Min(top, FewTold) : 3).Select(Title)], "and");
        var through = asked.Question.Kind == QuestionKind.Uses ? Made(asked, count)
            : count.Through == 0 ? "" : total == 1 ? ", through a variant" : $", {Number(count.Through)} of them through {(count.Through == 1 ? "a variant" : "variants")}";
        return total == 1 ? $"One paper {one} {what}{also}{when}{through}: {examples}." : $"{Number(total)} papers {many} {what}{also}{when}{through}; {first} {(rows.Count == 1 ? "is" : "are")} {examples}.";
    }

    /// <summary>How many of the papers that use a concept build on it: <c>: 44 build on it and 4 use it otherwise</c>.</summary>
    private static string Made(AskedNames asked, (int Papers, int Made) count)
    {
        var it = asked.Also is null ? "it" : Some([.. asked.Main.Senses.Select(AskedNames.NameOf)]);
        var others = count.Papers - count.Made;
        return count.Made == 0 ? "" : others == 0 ? $", {(count.Papers == 1 ? "" : "all of them ")}by building on {it}"
            : $": {Count(count.Made, "builds", "build")} on {it} and {Count(others, "uses", "use")} it otherwise";
    }

    /// <summary>The filters as the end of a sentence: <c> at ICML up to 2024</c>.</summary>
    private static string Limits(QuestionFilters filters) => PaperLimits(filters) + YearsOf(filters);

    /// <summary>The filters that only papers can meet, as the end of a noun phrase.</summary>
    private static string PaperLimits(QuestionFilters filters) =>
        (filters.Surveys ? " with the title of a survey" : "") + (filters.Venue is null ? "" : $" at {VenueReader.Print(filters.Venue)}");

    /// <summary>The years as the end of a sentence: <c> from 2020 to 2024</c>.</summary>
    public static string YearsOf(QuestionFilters filters) => (filters.Since, filters.Until) switch
    {
        (null, null) => "",
        ({ } since, null) => $" since {since}",
        (null, { } until) => $" up to {until}",
        ({ } since, { } until) => since == until ? $" in {since}" : $" from {since} to {until}",
    };

    private static string Also(AskedNames asked, int total) =>
        asked.Also is null ? ""
        : asked.AlsoKind == asked.Question.Kind ? $" and also {(asked.AlsoKind is QuestionKind.Uses or QuestionKind.About or QuestionKind.Measures ? "" : AlsoVerb(asked.AlsoKind, total).Split(' ')[1] + " ")}{AskedNames.NameOf(asked.Also.Senses[0])}"
        : $" and {AlsoVerb(asked.AlsoKind, total)} {AskedNames.NameOf(asked.Also.Senses[0])}";

    /// <summary>The exclusion: <c> but not on PPO</c>.</summary>
    private static string Except(AskedNames asked)
    {
        if (asked.Without.Count == 0)
        {
            return "";
        }

        var kind = asked.Question.Without!.Kind;
        var verb = AlsoVerb(kind, 2).Split(' ');
        var names = Join([.. asked.Without.Select(name => AskedNames.NameOf(name.Senses[0]))], "or");
        return kind == asked.Question.Kind ? $" but not {(verb.Length > 1 ? verb[1] + " " : "")}{names}" : $" and do not {string.Join(' ', verb)} {names}";
    }

    private static string AlsoVerb(QuestionKind kind, int total) => (kind, total == 1) switch
    {
        (QuestionKind.EvaluatesOn, true) => "evaluates on",
        (QuestionKind.EvaluatesOn, false) => "evaluate on",
        (QuestionKind.BuildsOn, true) => "builds on",
        (QuestionKind.BuildsOn, false) => "build on",
        (QuestionKind.ComparesWith, true) => "compares with",
        (QuestionKind.ComparesWith, false) => "compare with",
        (QuestionKind.IntroducedBy, true) => "introduces",
        (QuestionKind.IntroducedBy, false) => "introduce",
        (QuestionKind.Measures, true) => "measures",
        (QuestionKind.Measures, false) => "measure",
        (QuestionKind.About, true) => "names",
        (QuestionKind.About, false) => "name",
        (_, true) => "uses",
        _ => "use",
    };

    private static string Introduced(IReadOnlyList<AskRow> rows, string name, AskedNames asked)
    {
        if (rows.Count == 0)
        {
            var concept = asked.Main.Senses[0];
            var year = concept.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out var first) ? $" It is first named in {first.AsInteger()}." : "";
            return OriginOf(concept) is { } origin ? $"{name} was {origin}." : $"No paper in this graph introduces {name}.{year}";
        }

        var authors = By(rows[0].Authors);
        return $"{name} was introduced by {Title(rows[0])}{(authors.Length > 0 ? "," : "")}{authors}{(rows.Count == 1 ? "" : $"; {Count(rows.Count - 1, "more paper claims", "more papers claim")} it")}.";
    }

    /// <summary>For a concept whose introducing paper is known and not in the graph: <c>introduced by “Title” (2014), a paper that this graph does not have</c>; null for others.</summary>
    public static string? OriginOf(GraphNode concept)
    {
        var year = concept.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out var first) ? $" ({first.AsInteger()})" : "";
        return concept.Properties.TryGetValue(GraphSchema.Keys.Origin, out var title) ? $"introduced by “{title.AsString()}”{year}, a paper that this graph does not have" : null;
    }

    /// <summary>The authors as the continuation of a sentence: <c> by Ana Pérez and Bo Li</c>.</summary>
    private static string By(IReadOnlyList<string> authors) => authors.Count switch
    {
        0 => "",
        <= 4 => " by " + Join(authors, "and"),
        var count => $" by {authors[0]} and {count - 1} others",
    };

    /// <summary>The first concepts of an answer and the number of the remaining ones, counted up to <paramref name="top"/>.</summary>
    private static string Concepts(IReadOnlyList<AskRow> rows, int all, string begin, string none, int? top = null)
    {
        if (rows.Count == 0)
        {
            return none;
        }

        var (total, told) = top is { } most ? (Math.Min(all, most), Math.Min(most, MostTold)) : (all, FewTold);
        var names = rows.Take(told).Select(Told).ToList();
        return $"{begin} {(total > names.Count ? string.Join(", ", names) + $" and {Number(total - names.Count)} more" : Join(names, "and"))}.";
    }

    private static string Senses(AskedNames asked) => Senses(asked.Main);

    private static string Senses(ResolvedName main)
    {
        var text = "";
        if (main.IsCorrected)
        {
            text += $" (“{main.Name}” was read as {AskedNames.NameOf(main.Senses[0])}.)";
        }

        else if (main.Senses.Count == 1 && IsOfAnotherNumber(main.Name, AskedNames.NameOf(main.Senses[0])))
        {
            text += $" (“{main.Name}” counts as {AskedNames.NameOf(main.Senses[0])} here, whatever its number.)";
        }

        else if (main is { Senses.Count: > 0, Suggestions: [var likelier, ..] })
        {
            text += $" “{main.Name}” may be a misspelling of {AskedNames.NameOf(likelier)}, which {Count(AskedNames.PapersOf(likelier), "paper names", "papers name")}.";
        }

        if (main.Others.Count == 0)
        {
            return text;
        }

        var others = Join([.. main.Others.Take(MostSenses).Select(other => main.NameApart(other) == AskedNames.IdOf(other) ? $"{AskedNames.NameOf(other)} ({AskedNames.IdOf(other)})" : AskedNames.NameOf(other))], "or");
        var more = main.Others.Count > MostSenses ? $" or {main.Others.Count - MostSenses} more" : "";
        return text + $" “{main.Name}” can also mean {others}{more}, left out here.";
    }

    /// <summary>True if the typed name has a digit and the concept's does not: WMT14 is one of several editions that resolve to WMT.</summary>
    private static bool IsOfAnotherNumber(string typed, string name) => typed.Any(char.IsAsciiDigit) && !name.Any(char.IsAsciiDigit);

    /// <summary>The extra condition as a clause: <c>, where they evaluate on Atari</c>.</summary>
    public static string Ground(AskedNames asked) => asked.Also is null ? "" : $", where they {AlsoVerb(asked.AlsoKind, 2)} {AskedNames.NameOf(asked.Also.Senses[0])}";

    /// <summary>A number with its noun.</summary>
    public static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{Number(number)} {many}";

    /// <summary>A number with thousands separators: 1,163.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
