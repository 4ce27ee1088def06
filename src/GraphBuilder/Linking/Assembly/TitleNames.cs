using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>How the beginning of a title relates to the names of a concept.</summary>
internal static class TitleNames
{
    private const string Article = "The ";

    /// <summary>Words behind the colon of a title that studies what its lead names: those of the 66 titles in 144,000 papers that begin with a concept's name and introduce nothing.</summary>
    private static readonly HashSet<string> WordsOfStudies = new(StringComparer.Ordinal)
    {
        "survey", "review", "overview", "tutorial", "study", "analysis", "roadmap", "blueprint", "challenge", "past", "evolution", "implication", "role", "impact", "comparison", "revolution", "reassessing", "benchmarking",
    };

    /// <summary>The title is a name of the concept and nothing more: "Generative Adversarial Nets".</summary>
    public static bool Is(string title, LinkedConcept concept) => LeadOf(title).Length == WithoutArticle(title).Trim().Length && IsNamed(title, concept);

    /// <summary>The title is a name of the concept, or has it before its colon: "LoRA: …", "Mask R-CNN".</summary>
    public static bool IsNamed(string title, LinkedConcept concept)
    {
        var key = NameKey.Of(LeadOf(title));
        return key.Length > 0 && NamesOf(concept).Any(name => NameKey.Of(name) == key);
    }

    /// <summary>The title begins with a name of the concept, and the name ends there: "LSTM can …", "The Cityscapes Dataset …", not "BERT-based …".</summary>
    public static bool Begins(string title, LinkedConcept concept)
    {
        title = WithoutArticle(title);
        return NamesOf(concept).Any(name => title.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (title.Length == name.Length || title[name.Length] is ' ' or ':'));
    }

    /// <summary>The only word before the title's colon contains a name of the concept as a part: RAG-RewardBench does not introduce RAG.</summary>
    public static bool IsWithin(string title, LinkedConcept concept)
    {
        var lead = LeadOf(title);
        if (lead.Length == title.Length || lead.Contains(' ', StringComparison.Ordinal) || IsNamed(title, concept))
        {
            return false;
        }

        var words = NameKey.Tokens(lead);
        return NamesOf(concept).Select(NameKey.Tokens).Any(name => name.Count > 0 && name.Count < words.Count
            && Enumerable.Range(0, words.Count - name.Count + 1).Any(at => words.Skip(at).Take(name.Count).SequenceEqual(name, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The title has another name before its colon, and after it a descriptive name of the concept that explains the other: "STRIVE: structured reasoning for …".</summary>
    public static bool Describes(string title, LinkedConcept concept)
    {
        var lead = LeadOf(title);
        return lead.Length < title.Length && !lead.Contains(' ', StringComparison.Ordinal) && !IsNamed(title, concept)
            && NamesOf(concept).Any(name => !NameKey.Tokens(name).Exists(NameShapes.IsProper) && title[lead.Length..].Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The title has exactly a name of the concept before its colon, and behind it no word of a paper about known things ("RLHF: a survey", "BERT: how it works"). Not so "RAG+: …", which
    /// names something else, and phrases with a filler ("Human-in-the-loop: …").
    /// </summary>
    public static bool Presents(string title, LinkedConcept concept)
    {
        var parts = WithoutArticle(title).Split(':', 2);
        if (parts.Length < 2 || !parts[0].All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.') || NameKey.Tokens(parts[0]).Exists(word => NameKey.IsFiller(word)) || !IsNamed(title, concept))
        {
            return false;
        }

        var words = NameKey.Tokens(parts[1]);
        return words.Count > 0 && !words[0].Equals("how", StringComparison.OrdinalIgnoreCase) && !words.Exists(word => WordsOfStudies.Contains(WordStem.Of(word)));
    }

    private static string LeadOf(string title) => WithoutArticle(title).Split(':')[0].Split(" - ")[0].Trim();

    private static string WithoutArticle(string title) => title.StartsWith(Article, StringComparison.OrdinalIgnoreCase) ? title[Article.Length..] : title;

    private static IEnumerable<string> NamesOf(LinkedConcept concept) =>
        concept.Aliases.Where(alias => alias.Reason != MergeReason.SameText).Select(alias => alias.Text).Prepend(concept.Name);
}
