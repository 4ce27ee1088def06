using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded.Storage;

public sealed class WritingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string GraphPath => _folder.PathOf("graph.stemma");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_writer_is_turned_away_and_may_write_afterwards()
    {
        using (GraphFileWriter.Create(GraphPath))
        {
            var fault = Assert.Throws<GraphFileException>(() => GraphFileWriter.Create(GraphPath));
            Assert.Equal(GraphFileFault.Locked, fault.Fault);
            Assert.Contains($"process {Environment.ProcessId}", fault.Message, StringComparison.Ordinal);
        }

        GraphFileTests.Save(GraphPath, SmallGraph.Build(3));
        Assert.Equal(["graph.stemma"], _folder.Files);
    }

    [Fact]
    public void What_a_killed_writer_left_is_taken_over_and_removed()
    {
        File.WriteAllText(GraphPath + ".lock", "process 1\n");
        File.WriteAllText(GraphPath + ".tmp", "half a file");
        GraphFileTests.Save(GraphPath, SmallGraph.Build(3));
        Assert.Equal(["graph.stemma"], _folder.Files);
        Assert.Equal(4, GraphFileTests.Load(GraphPath).NodeCount);
    }

    [Fact]
    public void A_writer_that_ends_without_commit_changes_nothing()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(30));
        var before = File.ReadAllBytes(GraphPath);
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteGraph(SmallGraph.Build(40), "test", Stop);
        }

        Assert.Equal(before, File.ReadAllBytes(GraphPath));
        Assert.Equal(["graph.stemma"], _folder.Files);
    }

    [Fact]
    public void A_cancelled_writer_changes_nothing()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(30));
        var before = File.ReadAllBytes(GraphPath);
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => writer.WriteGraph(SmallGraph.Build(40), "test", new CancellationToken(canceled: true)));
        }

        Assert.Equal(before, File.ReadAllBytes(GraphPath));
        Assert.Equal(["graph.stemma"], _folder.Files);
    }

    [Fact]
    public void A_full_disk_is_reported_and_harms_nothing_wherever_it_strikes()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(30));
        var before = File.ReadAllBytes(GraphPath);
        var random = new Random(3);
        var noise = new byte[1 << 16];
        random.NextBytes(noise);
        for (var pages = 8; pages < 32; pages++)
        {
            var fault = Assert.Throws<GraphFileException>(() =>
            {
                using var writer = GraphFileWriter.Create(GraphPath, pages);
                writer.WriteGraph(SmallGraph.Build(2000), "test", Stop);
                writer.WriteRecords(Enumerable.Range(0, 20).Select(i => new StoredRecord($"{i}", noise)));
                writer.Commit();
            });
            Assert.Equal(GraphFileFault.CannotWrite, fault.Fault);
            Assert.Contains("the disk is full", fault.Message, StringComparison.Ordinal);
            Assert.Contains("What was there before is unharmed", fault.Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(GraphPath));
            Assert.Equal(["graph.stemma"], _folder.Files);
        }
    }

    [Fact]
    public void A_file_without_a_graph_cannot_be_put_in_place()
    {
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteRecords([new StoredRecord("a", [1])]);
            Assert.Throws<InvalidOperationException>(writer.Commit);
        }

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_reported()
    {
        var fault = Assert.Throws<GraphFileException>(() => GraphFileWriter.Create(_folder.PathOf("missing/graph.stemma")));
        Assert.Equal(GraphFileFault.CannotWrite, fault.Fault);
    }

    [Fact]
    public void A_link_is_followed_and_the_rights_of_the_file_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights and links are those of Unix.");
            return;
        }

        GraphFileTests.Save(GraphPath, SmallGraph.Build(3));
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(GraphPath, OwnerOnly);
        var link = _folder.PathOf("link.stemma");
        File.CreateSymbolicLink(link, GraphPath);
        GraphFileTests.Save(link, SmallGraph.Build(30));
        Assert.Equal(GraphPath, File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName);
        Assert.Equal(45, GraphFileTests.Load(GraphPath).NodeCount);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(GraphPath));
    }

    [Fact]
    public void A_file_that_is_replaced_stays_readable_for_who_has_it_open()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(30));
        using var open = GraphFile.Open(GraphPath);
        GraphFileTests.Save(GraphPath, SmallGraph.Build(60));
        Assert.Equal(45, open.LoadGraph(Stop).NodeCount);
        Assert.Equal(90, GraphFileTests.Load(GraphPath).NodeCount);
    }
}
