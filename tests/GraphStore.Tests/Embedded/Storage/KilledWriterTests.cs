using System.Diagnostics;
using System.Runtime.CompilerServices;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded.Storage;

public sealed class KilledWriterTests
{
    private const string GraphVariable = "STEMMA_TEST_SAVE_LOOP";
    private const int Kills = 40;
    private const int Generations = 4;

    /// <summary>
    /// The child process: this test program, started with the variable set, saves one graph after another to the same file until it is killed.
    /// </summary>
    [ModuleInitializer]
    internal static void SaveUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(GraphVariable) is not { Length: > 0 } path)
        {
            return;
        }

        var graphs = Enumerable.Range(0, Generations).Select(Generation).ToArray();
        for (var i = 0; ; i++)
        {
            using (var writer = GraphFileWriter.Create(path))
            {
                writer.WriteGraph(graphs[i % Generations], $"generation {i % Generations}", CancellationToken.None);
                writer.WriteRecords([new StoredRecord("generation", [(byte)(i % Generations)])]);
                writer.Commit();
            }

            Console.Out.WriteLine(i);
            Console.Out.Flush();
        }
    }

    [Fact]
    public async Task A_writer_killed_at_any_moment_leaves_the_last_good_graph()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("graph.stemma");
        var checksums = Enumerable.Range(0, Generations).Select(i => GraphChecksum.Of(Generation(i))).ToArray();
        var random = new Random(11);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = Start(path);
            await child.StandardOutput.ReadLineAsync(stop);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(60)), stop);
            child.Kill();
            await child.WaitForExitAsync(stop);

            using var file = GraphFile.Open(path);
            var generation = file.ReadRecords(stop).Single().Content[0];
            Assert.Equal($"generation {generation}", file.Description.Sources);
            Assert.Equal(checksums[generation], GraphChecksum.Of(file.LoadGraph(stop)));
        }

        GraphFileTests.Save(path, Generation(0));
        Assert.Equal(["graph.stemma"], folder.Files);
    }

    private static ColumnGraph Generation(int number) => SmallGraph.Build(50 + (100 * number), seed: number);

    private static Process Start(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledWriterTests).Assembly.Location);
        }

        start.Environment[GraphVariable] = path;
        return Process.Start(start)!;
    }
}
