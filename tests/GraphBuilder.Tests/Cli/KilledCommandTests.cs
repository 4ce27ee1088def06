using Stemma.Testing;
using Xunit;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>A few rounds of what <c>tests/Benchmarks -- kills</c> does five hundred times.</summary>
public sealed class KilledCommandTests : IDisposable
{
    private const int Rounds = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-kills-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_killed_build_leaves_the_last_good_graph_or_the_new_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL and /bin/sh");
        var report = await Create().BuildAsync([Part("first", 0, 20), Part("second", 20, 20)], Rounds, TestContext.Current.CancellationToken);
        Assert.Equal(Rounds, report.Finished + report.Kept + report.Replaced);
    }

    [Fact]
    public async Task A_killed_writing_query_leaves_all_papers_as_they_were_or_all_as_it_wanted_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGKILL and /bin/sh");
        var report = await Create().WriteAsync(Part("papers", 0, 40), Rounds, TestContext.Current.CancellationToken);
        Assert.Equal(Rounds, report.Finished + report.Kept + report.Replaced);
    }

    private KillRounds Create() => new(Path.Combine(AppContext.BaseDirectory, "stemma"), _folder, new Random(5));

    private string Part(string name, int from, int count)
    {
        var path = Path.Combine(_folder, $"{name}.jsonl");
        File.WriteAllLines(path, File.ReadLines(Path.Combine(Repository.Root, "data", "sample", "papers.jsonl")).Skip(from).Take(count));
        return path;
    }
}
