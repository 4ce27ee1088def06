namespace Stemma.GraphApiTests.Extracting;

public sealed class ExtractTests(SampleService service)
{
    private const string Abstract =
        "Direct Preference Optimization (DPO) overfits to length. We propose Zarvo, a variant of DPO that drops the reference model.\nOn GSM8K, Zarvo reaches 81.8%.";

    [Fact]
    public async Task A_pasted_abstract_shows_its_concepts_with_mentions_role_and_why()
    {
        var (status, view) = await service.PostAsync("/api/extract", new { title = "Zarvo: Length-Robust Preference Optimization", @abstract = Abstract });
        Assert.Equal(200, status);
        var dpo = Assert.Single(view["concepts"]!.AsArray(), concept => concept!["surface"]!.AsArray().Any(surface => (string?)surface == "DPO"))!;
        Assert.Equal("builds_on", (string?)dpo["role"]);
        var text = (string)view["abstract"]!;
        Assert.All(dpo["mentions"]!.AsArray(), mention =>
            Assert.Contains(text[(int)mention!["start"]!..(int)mention["end"]!], new[] { "DPO", "Direct Preference Optimization" }));
        Assert.Contains(dpo["why"]!.AsArray(), reason => ((string?)reason!["kind"], (string?)reason["rule"]) == ("lexicon", "direct-preference-optimization"));
        Assert.Contains(dpo["why"]!.AsArray(), reason => ((string?)reason!["kind"], (string?)reason["rule"]) == ("cue", (string?)dpo["by"]));
        Assert.Contains(view["results"]!.AsArray(), result => ((string?)result!["on"], (double)result["value"]!) == ("GSM8K", 81.8));
    }

    [Fact]
    public async Task Without_a_title_the_first_paragraph_is_taken_for_one_if_it_reads_so()
    {
        var (_, view) = await service.PostAsync("/api/extract", new { @abstract = "Title: Zarvo at Work\n\n" + Abstract });
        Assert.Equal("Zarvo at Work", (string?)view["title"]);
        Assert.StartsWith("Direct Preference", (string?)view["abstract"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task An_empty_text_is_a_problem(string text)
    {
        var (status, problem) = await service.PostAsync("/api/extract", new { @abstract = text });
        Assert.Equal((400, "request.text"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task A_book_is_a_problem()
    {
        var (status, problem) = await service.PostAsync("/api/extract", new { @abstract = new string('a', 100_001) });
        Assert.Equal((400, "request.text"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task A_title_as_long_as_a_book_is_a_problem()
    {
        var (status, problem) = await service.PostAsync("/api/extract", new { title = new string('a', 100_001) });
        Assert.Equal((400, "request.text"), (status, (string?)problem["code"]));
    }
}
