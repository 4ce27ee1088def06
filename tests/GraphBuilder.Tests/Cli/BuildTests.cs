using System.Diagnostics;
using System.Text.Json;

using Xunit;
namespace Stemma.GraphBuilderTests.Cli;

public sealed class BuildTests : IDisposable
{
    private readonly StemmaProcess _stemma = new();

    public void Dispose() => _stemma.Dispose();

    private async Task<string> ExportAsync(string graph)
    {
        var export = await _stemma.RunAsync("export", graph);
        Assert.Equal((0, ""), (export.Code, export.Messages));
        return export.Results;
    }

    [Fact]
    public async Task A_build_says_what_it_read_merged_and_made()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n{Papers.BuildsOn}\n");
        _stemma.Write("b.jsonl", $"{Papers.FromConference}\n");

        var build = await _stemma.RunAsync("build", "a.jsonl", "b.jsonl", "-o", "g.stemma", "--report", "report.json");

        Assert.Equal(0, build.Code);
        Assert.Equal("", build.Results);
        Assert.Contains("read 2 records from a.jsonl (arXiv metadata)\nread 1 record from b.jsonl (JSON records)\n", build.Messages);
        Assert.Contains("merged, papers found more than once: 1\n  arxiv:2301.00001 SlowNet: Slow Fields for Language Models (same title and authors): a.jsonl:1, b.jsonl:1\n", build.Messages);
        Assert.Contains("\n2 papers in all\n", build.Messages);
        foreach (var stage in new[] { "read ", "merge ", "extract ", "link ", "derive ", "store ", "total " })
        {
            Assert.Contains($"\n{stage}", build.Messages);
        }

        using var report = JsonDocument.Parse(_stemma.Read("report.json"));
        Assert.Equal(3, report.RootElement.GetProperty("records").GetInt32());
        Assert.Equal(2, report.RootElement.GetProperty("papers").GetInt32());
        Assert.Equal("same title and authors", report.RootElement.GetProperty("merged")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_export_holds_the_papers_and_can_be_built_from_again()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n{Papers.BuildsOn}\n");
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");
        var export = await ExportAsync("g.stemma");
        _stemma.Write("again.jsonl", export);

        var lines = export.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(2, lines.Length);
        Assert.Equal(("arxiv:2301.00001", "2301.00001", 2023), (Text("id"), Text("source_id"), first.RootElement.GetProperty("year").GetInt32()));
        Assert.Contains(first.RootElement.GetProperty("concepts").EnumerateArray(), concept => concept.GetProperty("role").GetString() == "introduces");

        Assert.Equal(0, (await _stemma.RunAsync("build", "again.jsonl", "-o", "again.stemma")).Code);
        Assert.Equal(export, await ExportAsync("again.stemma"));

        string? Text(string name) => first.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Threads_and_file_order_do_not_show_in_the_export()
    {
        _stemma.Write("a.jsonl", $"{Papers.Many(300)}{Papers.Introduces}\n");
        _stemma.Write("b.bib", Papers.Bibliography("Walking Without Maps In Deep Snow"));
        _stemma.Write("c.jsonl", $"{Papers.FromConference}\n{Papers.BuildsOn}\n");

        Assert.Equal(0, (await _stemma.RunAsync("build", "a.jsonl", "b.bib", "c.jsonl", "-o", "one.stemma", "--threads", "1")).Code);
        Assert.Equal(0, (await _stemma.RunAsync("build", "c.jsonl", "a.jsonl", "b.bib", "-o", "two.stemma", "--threads", "4")).Code);

        Assert.Equal(await ExportAsync("one.stemma"), await ExportAsync("two.stemma"));
        Assert.Equal(_stemma.Read("one.stemma"), _stemma.Read("two.stemma"));
    }

    [Fact]
    public async Task Appending_gives_the_file_that_one_build_would_give_and_extracts_only_what_is_new()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        _stemma.Write("b.jsonl", $"{Papers.BuildsOn}\n{Papers.FromConference}\n");
        await _stemma.RunAsync("build", "a.jsonl", "b.jsonl", "-o", "whole.stemma");
        await _stemma.RunAsync("build", "a.jsonl", "-o", "parts.stemma");

        var append = await _stemma.RunAsync("build", "b.jsonl", "-o", "parts.stemma", "--append");

        Assert.Equal(0, append.Code);
        Assert.Contains("1 paper was known and not read again", append.Messages);
        Assert.Equal(_stemma.Read("whole.stemma"), _stemma.Read("parts.stemma"));

        await _stemma.RunAsync("build", "b.jsonl", "-o", "parts.stemma", "--append");
        Assert.Equal(_stemma.Read("whole.stemma"), _stemma.Read("parts.stemma"));
    }

    [Fact]
    public async Task Ctrl_C_stops_a_build_and_leaves_the_graph_that_was_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a signal");
        _stemma.Write("small.jsonl", $"{Papers.Introduces}\n");
        _stemma.Write("large.jsonl", Papers.Many(30_000));
        await _stemma.RunAsync("build", "small.jsonl", "-o", "g.stemma");
        var before = _stemma.Read("g.stemma");
        using var begun = new FileSystemWatcher(_stemma.Directory, "g.stemma.tmp");
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        begun.Created += (_, _) => started.TrySetResult();
        begun.EnableRaisingEvents = true;

        using var process = _stemma.StartInterruptible("build", "large.jsonl", "-o", "g.stemma");
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        var outcome = await StemmaProcess.FinishAsync(process);

        Assert.Equal(130, outcome.Code);
        Assert.EndsWith("stopped; nothing was changed\n", outcome.Messages);
        Assert.Equal(before, _stemma.Read("g.stemma"));
        Assert.False(_stemma.Exists("g.stemma.tmp"));
    }

    [Fact]
    public async Task Strict_writes_nothing_where_a_record_would_be_skipped()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n{{oops\n");

        var build = await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma", "--strict");

        Assert.Equal(1, build.Code);
        Assert.Contains("  a.jsonl:2: not valid JSON at byte 2\n", build.Messages);
        Assert.EndsWith("stemma: the input has records that cannot be read as they are, and --strict was given, so no graph was written\n", build.Messages);
        Assert.False(_stemma.Exists("g.stemma"));
    }

    [Fact]
    public async Task A_file_that_is_no_graph_is_not_overwritten()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");

        var build = await _stemma.RunAsync("build", "a.jsonl", "-o", "a.jsonl");

        Assert.Equal((1, "stemma: a.jsonl is no graph file, so it is not replaced; name another file with -o\n"), (build.Code, build.Messages));
        Assert.StartsWith("{", System.Text.Encoding.UTF8.GetString(_stemma.Read("a.jsonl")));
    }
}
