using System.Text.RegularExpressions;
using Xunit;

namespace Stemma.GraphBuilderTests.Lexicon;

/// <summary>The files of <c>data/lexicon</c> conform to their header comments.</summary>
public sealed partial class LexiconFilesTests
{
    private static readonly IReadOnlyList<LexiconLine> Lines = LexiconLine.ReadAll();

    private static readonly Dictionary<string, string> TypeOfFile = new(StringComparer.Ordinal)
    {
        ["methods"] = "Method", ["datasets"] = "Dataset", ["benchmarks"] = "Benchmark", ["tasks"] = "Task", ["metrics"] = "Metric",
    };

    private static readonly string[] KnownFlags = ["ambiguous", "generic", "case"];

    [Theory]
    [InlineData("methods", 2000)]
    [InlineData("datasets", 700)]
    [InlineData("benchmarks", 550)]
    [InlineData("tasks", 700)]
    [InlineData("metrics", 150)]
    public void Each_file_covers_its_field(string file, int least)
        => Assert.True(Lines.Count(line => line.File == file) >= least, $"{file}.tsv has {Lines.Count(line => line.File == file)} entries, expected at least {least}");

    [Fact]
    public void Every_line_has_four_or_five_columns_without_stray_blanks()
        => AssertNone(line => line.Columns.Length is < 4 or > 5
            || line.Columns.Any(cell => cell != cell.Trim())
            || line.Name.Length == 0
            || line.Aliases.Any(alias => alias.Length == 0 || alias != alias.Trim())
            || line.Columns is [.., ""]);

    [Fact]
    public void An_id_is_a_lower_case_ascii_slug() => AssertNone(line => !Slug().IsMatch(line.Id));

    [Fact]
    public void An_id_stands_once_in_the_five_files()
        => Assert.Empty(Lines.GroupBy(line => line.Id).Where(group => group.Count() > 1).Select(group => string.Join(", ", group)));

    [Fact]
    public void The_first_type_is_the_one_of_the_file_and_the_second_another()
        => AssertNone(line => line.Types[0] != TypeOfFile[line.File]
            || line.Types.Length > 2
            || line.Types.Distinct().Count() != line.Types.Length
            || !line.Types.All(TypeOfFile.ContainsValue));

    [Fact]
    public void Flags_are_known_and_stand_once()
        => AssertNone(line => line.Flags.Except(KnownFlags).Any() || line.Flags.Distinct().Count() != line.Flags.Length);

    [Fact]
    public void A_form_is_listed_once_an_entry() => AssertNone(line => line.FoldedForms.Distinct().Count() != line.FoldedForms.Count());

    [Fact]
    public void A_form_that_two_entries_claim_is_ambiguous_in_both()
    {
        var clashes = Lines
            .SelectMany(line => line.FoldedForms.Select(form => (Form: form, Line: line)))
            .GroupBy(claim => claim.Form, claim => claim.Line)
            .Where(claim => claim.Count() > 1 && !claim.All(line => line.Flags.Contains("ambiguous")))
            .Select(claim => $"{claim.Key}: {string.Join(", ", claim)}");
        Assert.Empty(clashes);
    }

    [Theory]
    [InlineData("DPO", "direct-preference-optimization")]
    [InlineData("RLHF", "reinforcement-learning-from-human-feedback")]
    [InlineData("PPO", "proximal-policy-optimization")]
    [InlineData("GSM8K", "gsm8k")]
    [InlineData("MATH", "math")]
    [InlineData("ARC-C", "arc-challenge")]
    [InlineData("D4RL", "d4rl")]
    [InlineData("Atari-100k", "atari-100k")]
    public void A_landmark_has_its_id(string form, string id)
        => Assert.Equal(id, Assert.Single(Lines, line => line.FoldedForms.Contains(LexiconLine.Fold(form))).Id);

    [Fact]
    public void A_variant_is_an_entry_of_its_own()
        => Assert.Equal(
            ["conservative-dpo", "diffusion-dpo", "direct-preference-optimization", "step-dpo"],
            Lines.Where(line => line.Name is "Conservative DPO" or "Diffusion-DPO" or "Step-DPO" or "Direct Preference Optimization").Select(line => line.Id).Order(StringComparer.Ordinal));

    private static void AssertNone(Func<LexiconLine, bool> wrong) => Assert.Empty(Lines.Where(wrong).Select(line => line.ToString()));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
