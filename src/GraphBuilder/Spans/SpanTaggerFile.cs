using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Writes and reads a <see cref="SpanTagger"/>: magic bytes, then, compressed with Brotli, the fingerprint of the shipped extraction, labels, threshold, chain and nets; integers
/// and floats are little-endian.
/// </summary>
internal static class SpanTaggerFile
{
    /// <summary>Plausibility limit on labels, as below on rows and nets: valid files stay within it.</summary>
    private const int MostLabels = 1000;

    private const int MostRows = 1 << 24;

    private const int MostNets = 100;

    /// <summary>Magic bytes; the digit is the version of the format and of the features.</summary>
    private static ReadOnlySpan<byte> Magic => "STEMMA-SPANS-1\n"u8;

    /// <summary>Writes a tagger.</summary>
    public static void Write(Stream stream, SpanTagger tagger)
    {
        stream.Write(Magic);
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        writer.Write(ShippedFingerprint());
        writer.Write(tagger.Labels.Count);
        foreach (var label in tagger.Labels)
        {
            writer.Write(label);
        }

        writer.Write(tagger.Threshold);
        var chain = tagger.Model.Chain;
        writer.Write(chain.Weights.Length / chain.Tags.Count);
        writer.Write(chain.Scale);
        writer.Write(MemoryMarshal.AsBytes(chain.Weights.AsSpan()));
        WriteFloats(writer, chain.Transitions);
        writer.Write(tagger.Model.Nets.Count);
        foreach (var net in tagger.Model.Nets)
        {
            WriteNet(writer, net);
        }
    }

    /// <summary>Reads a tagger.</summary>
    /// <exception cref="InvalidDataException">The stream is not such a file, or the tagger was trained with another extraction model.</exception>
    public static SpanTagger Read(Stream stream, SpanReader texts)
    {
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
        {
            throw new InvalidDataException("not a tagger of this version; retrain it with `stemma train --spans`");
        }

        try
        {
            using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
            return Read(reader, texts);
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("the tagger is damaged; retrain it with `stemma train --spans`", fault);
        }
    }

    private static SpanTagger Read(BinaryReader reader, SpanReader texts)
    {
        if (!reader.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(ShippedFingerprint()))
        {
            throw new InvalidDataException("the tagger was trained with another extraction model, whose output it takes as features; retrain it with `stemma train --spans`");
        }

        var labels = new string[Bounded(reader.ReadInt32(), MostLabels)];
        foreach (ref var label in labels.AsSpan())
        {
            label = reader.ReadString();
        }

        var threshold = reader.ReadDouble();
        var tags = new SpanTags(labels.Length);
        var rows = Bounded(reader.ReadInt32(), MostRows);
        var scale = reader.ReadSingle();
        var weights = new sbyte[rows * tags.Count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        var chain = new SpanChain(tags, weights, scale, ReadFloats(reader, tags.Transitions));
        var nets = new SpanNet[Bounded(reader.ReadInt32(), MostNets)];
        foreach (ref var net in nets.AsSpan())
        {
            net = ReadNet(reader, tags, texts.Width);
        }

        return new SpanTagger(texts, labels, new SpanModel(chain, nets), threshold);
    }

    /// <summary>Hash of the embedded resources (model and lexicon), on which the features depend.</summary>
    private static byte[] ShippedFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(resource));
        }

        return hash.GetHashAndReset();
    }

    private static void WriteNet(BinaryWriter writer, SpanNet net)
    {
        foreach (var layer in (ReadOnlySpan<float[]>)[net.First, net.FirstBias, net.Out, net.OutBias])
        {
            foreach (var weight in layer)
            {
                writer.Write((Half)weight);
            }
        }

        writer.Write(net.RowScale);
        writer.Write(MemoryMarshal.AsBytes(net.Rows.AsSpan()));
        WriteFloats(writer, net.Transitions);
    }

    private static SpanNet ReadNet(BinaryReader reader, SpanTags tags, int inputs)
    {
        var first = ReadHalves(reader, SpanNet.Hidden * SpanNet.Window * inputs);
        var firstBias = ReadHalves(reader, SpanNet.Hidden);
        var last = ReadHalves(reader, tags.Count * SpanNet.Hidden);
        var lastBias = ReadHalves(reader, tags.Count);
        var scale = reader.ReadSingle();
        var rows = new sbyte[SpanNet.TableRows * SpanNet.Hidden];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return new SpanNet(tags, first, firstBias, rows, scale, last, lastBias, ReadFloats(reader, tags.Transitions));
    }

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static float[] ReadFloats(BinaryReader reader, int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];

    private static float[] ReadHalves(BinaryReader reader, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)reader.ReadHalf())];

    private static int Bounded(int count, int most)
        => count >= 1 && count <= most ? count : throw new FormatException($"a number between 1 and {most} stands as {count}");
}
