using System.Diagnostics;
using System.Text;
using Stemma.GraphBuilderTests.Reading;

using Xunit;
namespace Stemma.GraphBuilderTests.Cli;

/// <summary>Each kind of bad input gives its message and exit code, keeps the good records, and leaves the existing graph unharmed.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly StemmaProcess _stemma = new();

    public void Dispose() => _stemma.Dispose();

    public static TheoryData<string, byte[], int, string> Inputs => new()
    {
        { "an array", [.. "["u8, .. Encoding.UTF8.GetBytes(Papers.Introduces), .. "]"u8], 0, "noted: 1\n  input: the file does not hold one JSON object a line; its objects were read one by one\n" },
        { "broken UTF-8", Encoding.Latin1.GetBytes(Papers.Introduces.Replace("Ada", "Adà") + "\n"), 2, "repaired: 1\n  input:1: the line is not valid UTF-8; what cannot be read became U+FFFD\n" },
        { "broken JSON", Encoding.UTF8.GetBytes("{\"title\":\n" + Papers.Introduces), 2, "skipped: 1\n  input:1: not valid JSON at byte 10\n" },
        { "no title", Encoding.UTF8.GetBytes("{\"id\":\"x1\"}\n" + Papers.Introduces), 2, "skipped: 1\n  input:1: the record 'x1' has no title\n" },
        { "no abstract", "{\"title\":\"Fields Without Words\"}\n"u8.ToArray(), 0, "1 paper in all, 1 record without abstract\n" },
        { "one id twice", Encoding.UTF8.GetBytes(Papers.Introduces + "\n" + Papers.Introduces), 0, "merged, papers found more than once: 1\n" },
        { "BibTeX without title", Encoding.UTF8.GetBytes("@misc{k1, year=2001}\n" + Papers.Bibliography("Walking Home")), 2, "skipped: 1\n  input:1: the entry 'k1' has no title\n" },
        { "BibTeX not closed", Encoding.UTF8.GetBytes(Papers.Bibliography("Walking Home") + "@misc{k2, title={Never"), 2, "skipped: 1\n  input:2: the entry 'k2' that begins here is not closed\n" },
        { "a long line", [.. Encoding.UTF8.GetBytes(Papers.Introduces), (byte)'\n', .. Enumerable.Repeat((byte)'x', 50 << 20)], 2, "skipped: 1\n  input:2: the line is longer than 8 MB\n" },
        { "cut gzip", ReadText.Gzip(Papers.Many(300))[..5000], 2, " papers were read before the break, what comes after is lost\n" },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public async Task Bad_records_are_reported_and_the_good_ones_kept(string what, byte[] content, int code, string report)
    {
        _stemma.Write("input", content);

        var build = await _stemma.RunAsync("build", "input", "-o", "g.stemma");

        Assert.True(build.Messages.Contains(report), $"{what}: {build.Messages}");
        Assert.Equal(code, build.Code);
        Assert.NotEmpty((await _stemma.RunAsync("export", "g.stemma")).Results);
    }

    [Theory]
    [InlineData("empty", "stemma: no paper was read, so no graph was written\n", "  empty: the file is empty\n")]
    [InlineData("missing", "stemma: missing: no such file\n", "")]
    [InlineData("folder", "stemma: folder: this is a directory; name the files in it, for instance folder/*.jsonl.gz\n", "")]
    [InlineData("zeros", "stemma: no paper was read, so no graph was written\n", "  zeros: this is no text: expected a listing, BibTeX or JSON lines, plain or packed with gzip\n")]
    public async Task Input_without_papers_leaves_the_graph_that_was_there(string input, string sentence, string report)
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        _stemma.Write("empty", "");
        _stemma.Write("zeros", new byte[100]);
        Directory.CreateDirectory(Path.Combine(_stemma.Directory, "folder"));
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");
        var before = _stemma.Read("g.stemma");

        var build = await _stemma.RunAsync("build", input, "-o", "g.stemma");

        Assert.Equal(1, build.Code);
        Assert.EndsWith(sentence, build.Messages);
        Assert.Contains(report, build.Messages);
        Assert.Equal(before, _stemma.Read("g.stemma"));
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused_by_name()
    {
        Assert.SkipWhen(Environment.UserName == "root", "needs a file that this user may not read");
        var secret = Path.Combine(_stemma.Directory, _stemma.Write("secret", Papers.Introduces));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(secret, UnixFileMode.None);
        }

        var build = await _stemma.RunAsync("build", "secret", "-o", "g.stemma");

        Assert.Equal((1, "stemma: secret: no permission to read it\n"), (build.Code, build.Messages));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_graph_that_was_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a limit on file size");
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        _stemma.Write("many.jsonl", Papers.Many(2000));
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");
        var before = _stemma.Read("g.stemma");

        // The file size limit simulates a full disk: a write beyond it fails, because the signal that comes with it is ignored.
        // Without double mapping, the runtime writes no files of its own.
        var program = Path.Combine(AppContext.BaseDirectory, "stemma");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f 300; exec '{program}' build many.jsonl -o g.stemma"])
        {
            WorkingDirectory = _stemma.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        var build = await StemmaProcess.FinishAsync(process);

        Assert.Equal(1, build.Code);
        Assert.Contains("g.stemma cannot be written: ", build.Messages);
        Assert.Contains("What was there before is unharmed.", build.Messages);
        Assert.Equal(before, _stemma.Read("g.stemma"));
        Assert.False(_stemma.Exists("g.stemma.tmp"));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_leaves_no_lock()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a limit on file size");
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");

        var program = Path.Combine(AppContext.BaseDirectory, "stemma");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f 0; exec '{program}' build a.jsonl -o g.stemma"])
        {
            WorkingDirectory = _stemma.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        var build = await StemmaProcess.FinishAsync(process);

        Assert.Equal(1, build.Code);
        Assert.False(_stemma.Exists("g.stemma.lock"));
    }

    [Theory]
    [InlineData("no/such/report.json", "stemma: no/such/report.json: the folder of the report does not exist\n")]
    [InlineData("folder", "stemma: folder: this is a directory; the report needs the name of a file\n")]
    [InlineData("old.stemma", "stemma: old.stemma: this is a graph, so no report is put in its place\n")]
    [InlineData("g.stemma", "stemma: g.stemma: the graph is written there; the report needs a file of its own\n")]
    [InlineData("a.jsonl", "stemma: a.jsonl: this is an input, so no report is put in its place\n")]
    [InlineData("/dev/full", "stemma: /dev/full: this is a device; the report needs the name of a file\n")]
    public async Task A_report_that_cannot_be_written_is_refused_before_the_build(string report, string sentence)
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        Directory.CreateDirectory(Path.Combine(_stemma.Directory, "folder"));
        await _stemma.RunAsync("build", "a.jsonl", "-o", "old.stemma");
        var before = _stemma.Read("old.stemma");

        var build = await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma", "--report", report);

        Assert.Equal((1, sentence), (build.Code, build.Messages));
        Assert.False(_stemma.Exists("g.stemma"));
        Assert.Equal(before, _stemma.Read("old.stemma"));
    }

    [Fact]
    public async Task An_export_does_not_replace_a_graph()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");
        var before = _stemma.Read("g.stemma");

        var export = await _stemma.RunAsync("export", "g.stemma", "-o", "g.stemma");

        Assert.Equal(1, export.Code);
        Assert.Equal("stemma: g.stemma is a graph file, so it is not replaced; name another file with -o\n", export.Messages);
        Assert.Equal(before, _stemma.Read("g.stemma"));
    }

    [Fact]
    public async Task An_export_to_a_device_leaves_the_device()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "needs /dev/null");
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");

        var export = await _stemma.RunAsync("export", "g.stemma", "-o", "/dev/null");

        Assert.Equal(0, export.Code);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.False(File.Exists("/dev/null.tmp"));
    }

    [Fact]
    public async Task A_full_disk_under_an_export_is_a_sentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");

        var program = Path.Combine(AppContext.BaseDirectory, "stemma");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec '{program}' export g.stemma > /dev/full"])
        {
            WorkingDirectory = _stemma.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var export = await StemmaProcess.FinishAsync(process);

        Assert.Equal(1, export.Code);
        Assert.StartsWith("stemma: No space left on device", export.Messages);
    }

    [Fact]
    public async Task A_place_where_no_graph_can_be_is_refused_before_anything_is_read()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");

        var folder = await _stemma.RunAsync("build", "a.jsonl", "-o", "no/such/folder/g.stemma");
        var device = await _stemma.RunAsync("build", "a.jsonl", "-o", "/dev/null");

        Assert.Equal(1, folder.Code);
        Assert.StartsWith("stemma: no/such/folder/g.stemma cannot be written: there is no folder ", folder.Messages);
        Assert.DoesNotContain("read 1 record", folder.Messages);
        Assert.Equal((1, "stemma: /dev/null is a device, so no graph is put in its place; name a file with -o\n"), (device.Code, device.Messages));
    }
}
