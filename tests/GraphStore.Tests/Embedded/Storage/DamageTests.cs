using Microsoft.Data.Sqlite;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.FullText;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded.Storage;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string GraphPath => _folder.PathOf("graph.stemma");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_flipped_byte_is_detected_or_does_no_harm()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(400));
        var whole = File.ReadAllBytes(GraphPath);
        var expected = Read();
        var random = new Random(7);
        var detected = 0;
        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(GraphPath, damaged);
            try
            {
                Assert.Equal(expected, Read());
            }
            catch (GraphFileException)
            {
                detected++;
            }
        }

        // Most bytes of a small file are unused parts of pages.
        Assert.InRange(detected, 50, 400);
    }

    [Fact]
    public void A_flipped_byte_in_a_section_is_reported_with_the_name_of_the_section()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(400));
        foreach (var (name, content) in Sections())
        {
            Change("UPDATE section SET content = $content WHERE name = $name", name, [.. content[..^1], (byte)(content[^1] ^ 1)]);
            var fault = Assert.Throws<GraphFileException>(() => GraphFileTests.Load(GraphPath));
            Assert.Equal(GraphFileFault.Damaged, fault.Fault);
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
            Change("UPDATE section SET content = $content WHERE name = $name", name, content);
        }

        Assert.Equal(GraphChecksum.Of(SmallGraph.Build(400)), GraphChecksum.Of(GraphFileTests.Load(GraphPath)));
    }

    [Fact]
    public void A_missing_section_is_detected()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(10));
        Change("DELETE FROM section WHERE name = $name", "relationships/end", []);
        Assert.Equal(GraphFileFault.Damaged, Assert.Throws<GraphFileException>(() => GraphFileTests.Load(GraphPath)).Fault);
    }

    [Fact]
    public void A_file_cut_short_is_reported_as_incomplete()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(400));
        var whole = File.ReadAllBytes(GraphPath);
        for (var length = 100; length < whole.Length; length += whole.Length / 50)
        {
            File.WriteAllBytes(GraphPath, whole[..length]);
            var fault = Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath));
            Assert.Equal(GraphFileFault.Truncated, fault.Fault);
            Assert.Contains($"has {length} of {whole.Length} bytes", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_files_are_called_what_they_are()
    {
        File.WriteAllText(GraphPath, "");
        AssertFault(GraphFileFault.NotAGraph, "is not a Stemma graph");
        File.WriteAllText(GraphPath, new string('a', 5000));
        AssertFault(GraphFileFault.NotAGraph, "is not a Stemma graph");
        File.Delete(GraphPath);
        AssertFault(GraphFileFault.NotFound, "no such file");
        using (var other = new SqliteConnection($"Data Source={GraphPath};Pooling=False"))
        {
            other.Open();
            using var create = other.CreateCommand();
            create.CommandText = "CREATE TABLE t (x)";
            create.ExecuteNonQuery();
        }

        AssertFault(GraphFileFault.NotAGraph, "is not a Stemma graph");
    }

    [Fact]
    public void A_newer_format_is_refused()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(3));
        Change("PRAGMA user_version = 9", "", []);
        AssertFault(GraphFileFault.NewerFormat, "its format is 9");
    }

    [Theory]
    [InlineData("UPDATE meta SET value = 'many' WHERE key = 'nodes'")]
    [InlineData("UPDATE meta SET value = '99999999999' WHERE key = 'relationships'")]
    [InlineData("DELETE FROM meta WHERE key = 'sources'")]
    [InlineData("DROP TABLE meta")]
    public void A_damaged_description_is_reported_and_the_file_is_closed(string damage)
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(3));
        using (GraphFile.Open(GraphPath))
        {
            Assert.True(IsOpen());
        }

        Change(damage, "", []);
        AssertFault(GraphFileFault.Damaged, GraphPath);
        Assert.False(IsOpen());
    }

    [Fact]
    public void A_damaged_cache_entry_counts_as_missing_and_a_damaged_record_is_named()
    {
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteExtractions([new StoredExtraction(new byte[32], [1, 2, 3])]);
            writer.WriteRecords([new StoredRecord("arxiv:1", [1, 2, 3])]);
            writer.WriteGraph(SmallGraph.Build(3), "test", Stop);
            writer.Commit();
        }

        Change("UPDATE extraction SET content = $content", "", [1, 2, 4]);
        Change("UPDATE record SET content = $content", "", [1, 2, 4]);
        using var file = GraphFile.Open(GraphPath);
        Assert.Equal([null], file.FindExtractions([new byte[32]]));
        Assert.Contains("arxiv:1", Assert.Throws<GraphFileException>(() => file.ReadRecords(Stop)).Message, StringComparison.Ordinal);
    }

    /// <summary>Digest of a file's content: the graph's checksum, and search results.</summary>
    private string Read()
    {
        using var file = GraphFile.Open(GraphPath);
        var graph = file.LoadGraph(Stop);
        using var indexes = new FullTextIndexes(graph, file);
        return GraphChecksum.Of(graph) + string.Join(' ', indexes.Search("papers", "topic 3", Stop)) + string.Join(' ', indexes.Search("concepts", "M7", Stop));
    }

    private void AssertFault(GraphFileFault expected, string sentence)
    {
        var fault = Assert.Throws<GraphFileException>(() => GraphFile.Open(GraphPath));
        Assert.Equal(expected, fault.Fault);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether this process has the file open. Unix lets an open file be deleted, so there the descriptors are listed; those of other tests may be gone when they are read.</summary>
    private bool IsOpen()
    {
        if (OperatingSystem.IsLinux())
        {
            return Directory.GetFiles("/proc/self/fd").Any(link => new FileInfo(link).LinkTarget == GraphPath);
        }

        Assert.SkipUnless(OperatingSystem.IsWindows(), "needs /proc or Windows");
        try
        {
            File.Delete(GraphPath);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private List<(string Name, byte[] Content)> Sections()
    {
        using var connection = new SqliteConnection($"Data Source={GraphPath};Pooling=False");
        connection.Open();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT name, content FROM section WHERE length > 0";
        using var reader = select.ExecuteReader();
        var sections = new List<(string, byte[])>();
        while (reader.Read())
        {
            sections.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return sections;
    }

    private void Change(string statement, string name, byte[] content)
    {
        using var connection = new SqliteConnection($"Data Source={GraphPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$content", content);
        command.ExecuteNonQuery();
    }
}
