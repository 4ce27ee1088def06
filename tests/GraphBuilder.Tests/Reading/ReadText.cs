using System.IO.Compression;
using System.Text;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Reading;

/// <summary>Reads texts as if they were files, in a directory that is deleted after the test.</summary>
internal sealed class ReadText : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("stemma-reading-");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public FileReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public FileReading Read(byte[] bytes) => ReadFiles(Write("input", bytes))[0];

    public static IReadOnlyList<FileReading> ReadFiles(params string[] files) =>
        PaperReading.Read(files, 2, null, TestContext.Current.CancellationToken);

    /// <summary>Fails the test if the text contains anything but one good record.</summary>
    public PaperRecord ReadOne(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Papers);
    }

    public static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
