namespace Stemma.GraphQueryTests.Tck;

/// <summary>One expanded scenario of the openCypher TCK: a plain scenario, or a row of an outline's examples.</summary>
/// <param name="Id">Stable: <c>clauses/match/Match3 [29]</c>, with <c>#2</c> for the second example.</param>
/// <param name="Category">Folder of the feature: <c>clauses/match</c>.</param>
/// <param name="Tags">Including the at sign. <c>@ignore</c> and the two <c>skip</c> tags concern other tools; every scenario is run here.</param>
/// <param name="Steps">Background steps first.</param>
internal sealed record TckScenario(string Id, string Category, IReadOnlyList<string> Tags, IReadOnlyList<TckStep> Steps);

/// <summary>A step: a sentence with a text block or table below it.</summary>
/// <param name="Sentence">Without its keyword.</param>
/// <param name="Text">The text block, or null.</param>
/// <param name="Table">Rows of cells with Gherkin's escapes resolved; empty without a table.</param>
internal sealed record TckStep(string Sentence, string? Text, IReadOnlyList<IReadOnlyList<string>> Table);
