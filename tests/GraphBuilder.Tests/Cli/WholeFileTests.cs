using System.Text;
using Stemma.GraphBuilder.Cli;
using Xunit;

namespace Stemma.GraphBuilderTests.Cli;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-whole-").FullName;

    private string Target => Path.Combine(_folder, "export.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_user_that_is_called_like_a_temporary_one_is_kept()
    {
        File.WriteAllText(Target + ".tmp", "mine");

        WholeFile.Write(Target, stream => stream.Write("new"u8));

        Assert.Equal(["export.jsonl", "export.jsonl.tmp"], Names());
        Assert.Equal(("new", "mine"), (File.ReadAllText(Target), File.ReadAllText(Target + ".tmp")));
    }

    [Fact]
    public void Two_writers_of_one_file_do_not_disturb_each_other()
    {
        WholeFile.Write(Target, outer =>
        {
            WholeFile.Write(Target, inner => inner.Write("inner"u8));
            Assert.Equal("inner", File.ReadAllText(Target));
            outer.Write("outer"u8);
        });

        Assert.Equal("outer", File.ReadAllText(Target));
        Assert.Equal(["export.jsonl"], Names());
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_file_that_was_there_and_nothing_else()
    {
        File.WriteAllText(Target, "old");

        Assert.Throws<CommandException>(() => WholeFile.Write(Target, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes("half"));
            throw new IOException("disk full");
        }));

        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal(["export.jsonl"], Names());
    }

    private IEnumerable<string?> Names() => Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
