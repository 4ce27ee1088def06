namespace Stemma.GraphApi.Wire;

/// <summary>A text to read.</summary>
/// <param name="Title">The title, or null where <paramref name="Abstract"/> begins with it, a blank line behind it, or where there is none.</param>
/// <param name="Abstract">The abstract as it was pasted; line breaks within a paragraph count as spaces.</param>
public sealed record ExtractRequest(string? Title, string Abstract);

/// <summary>A stretch of the title or the abstract of an <see cref="ExtractView"/>.</summary>
/// <param name="Field"><c>title</c> or <c>abstract</c>.</param>
/// <param name="Start">Zero-based UTF-16 offset in that field.</param>
/// <param name="End">Exclusive.</param>
public sealed record SpanView(string Field, int Start, int End);

/// <summary>One thing that a decision rests on.</summary>
/// <param name="Kind"><c>lexicon</c>, <c>acronym</c>, <c>definition</c>, <c>cue</c> of the role that was decided, or <c>otherCue</c> of one that was weighed and not taken.</param>
/// <param name="Rule">Rule id, or id of the lexicon entry.</param>
/// <param name="Sentence">What was seen, for a reader.</param>
/// <param name="Where">The words that show it.</param>
public sealed record ReasonView(string Kind, string Rule, string Sentence, SpanView? Where);

/// <summary>A concept of the text.</summary>
/// <param name="Name">Best form: the long one where the text gives it.</param>
/// <param name="Surface">All forms in the text, in order of first mention.</param>
/// <param name="Types">Types that usage supports, the likeliest first.</param>
/// <param name="Role">What it is to the paper: <c>introduces</c>, <c>builds_on</c>, …</param>
/// <param name="Confidence">0..1, the product of the next two.</param>
/// <param name="TypeConfidence">0..1 that it is a concept of its first type.</param>
/// <param name="RoleConfidence">0..1 that the role is right.</param>
/// <param name="By">The rule that shows the role, or <c>role.model</c>.</param>
/// <param name="Evidence">The sentence that shows the role.</param>
/// <param name="EvidenceMention">The mention in it.</param>
/// <param name="Mentions">All mentions, title first.</param>
/// <param name="Why">What the decision rests on; empty where the trained model alone decided.</param>
public sealed record ExtractedConceptView(
    string Name, IReadOnlyList<string> Surface, IReadOnlyList<string> Types, string Role, double Confidence, double TypeConfidence, double RoleConfidence,
    string By, string Evidence, SpanView EvidenceMention, IReadOnlyList<SpanView> Mentions, IReadOnlyList<ReasonView> Why);

/// <summary>A number tied to a dataset or benchmark of the text.</summary>
/// <param name="On">Name of the concept.</param>
/// <param name="Value">The number as printed, without its unit.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Metric">Metric as printed, or null.</param>
/// <param name="Delta">The change that the text states, or null; as large as the value where that is a change itself.</param>
/// <param name="Of">Name of the method that reached it; null where the text names none.</param>
/// <param name="By">Rule.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ExtractedResultView(
    string On, double Value, string? Unit, string? Metric, double? Delta, string? Of, string By, double Confidence);

/// <summary>A relation between two concepts that the text states.</summary>
/// <param name="Head">Name of the first.</param>
/// <param name="Type">BUILDS_ON, COMPARES_WITH, PART_OF or VARIANT_OF.</param>
/// <param name="Tail">Name of the second.</param>
/// <param name="By">Rule.</param>
/// <param name="Confidence">0..1.</param>
public sealed record ExtractedRelationView(string Head, string Type, string Tail, string By, double Confidence);

/// <summary>What a text says.</summary>
/// <param name="Title">The title that was read.</param>
/// <param name="Abstract">The abstract that was read; offsets refer to it.</param>
/// <param name="Concepts">By first mention.</param>
/// <param name="Results">In text order.</param>
/// <param name="Relations">In text order.</param>
/// <param name="Milliseconds">Time of the extraction.</param>
public sealed record ExtractView(
    string Title, string Abstract, IReadOnlyList<ExtractedConceptView> Concepts, IReadOnlyList<ExtractedResultView> Results,
    IReadOnlyList<ExtractedRelationView> Relations, double Milliseconds);
