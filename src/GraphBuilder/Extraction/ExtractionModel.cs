using System.IO.Compression;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Judging;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// All trained models: the mention tagger, the judge of candidates, the classifier that joins names, and the models of roles, relations and results. Immutable and thread-safe.
/// </summary>
public sealed class ExtractionModel
{
    private const string Resource = "tagger.bin";

    /// <summary>First bytes of a model file; the digit is the version of the format and of the features.</summary>
    private static ReadOnlySpan<byte> Magic => "STEMMA-TAGGER-8\n"u8;

    internal ExtractionModel(TaggerModel tagger, JudgeModel judge, LinearClassifier joins, RoleModel roles, TreeEnsemble relations, ResultModel results)
    {
        Tagger = tagger;
        Judge = judge;
        Joins = joins;
        Roles = roles;
        Relations = relations;
        Results = results;
    }

    /// <summary>Scores tags of tokens.</summary>
    internal TaggerModel Tagger { get; }

    /// <summary>Scores candidates: no concept, or one of the types.</summary>
    internal JudgeModel Judge { get; }

    /// <summary>Decides which concepts of a paper are the same thing.</summary>
    internal LinearClassifier Joins { get; }

    /// <summary>Decides roles of concepts.</summary>
    internal RoleModel Roles { get; }

    /// <summary>Decides relations of pairs of concepts.</summary>
    internal TreeEnsemble Relations { get; }

    /// <summary>Decides which numbers belong to which target.</summary>
    internal ResultModel Results { get; }

    /// <summary>Reads the model embedded in the assembly.</summary>
    public static ExtractionModel LoadShipped()
    {
        using var stream = typeof(ExtractionModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly was built without {Resource}");
        return Read(stream);
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    public static ExtractionModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
        {
            throw new InvalidDataException("not a Stemma tagger model of this version; retrain it with `stemma train`");
        }

        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var tagger = new TaggerModel(ReadChain(reader), ReadNet(reader, ReadWords(reader)));
        var judge = new JudgeModel(ReadClassifier(reader), TreeEnsemble.Read(reader), ReadMemory(reader));
        var joins = ReadClassifier(reader);
        var roles = new RoleModel(ReadClassifier(reader), ReadClassifier(reader), ReadRoleNet(reader, tagger.Net.Words), TreeEnsemble.Read(reader), RoleMemory.Read(reader));
        return new ExtractionModel(tagger, judge, joins, roles, TreeEnsemble.Read(reader), ReadResults(reader));
    }

    /// <summary>Writes a model file; the same model gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Magic);
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true));
        WriteChain(writer, Tagger.Chain);
        WriteWords(writer, Tagger.Net.Words);
        WriteNet(writer, Tagger.Net.Weights);
        WriteClassifier(writer, Judge.Words);
        Judge.Trees.Write(writer);
        WriteMemory(writer, Judge.Memory);
        WriteClassifier(writer, Joins);
        WriteClassifier(writer, Roles.Kinds);
        WriteClassifier(writer, Roles.Words);
        WriteRoleNet(writer, Roles.Net.Weights);
        Roles.Trees.Write(writer);
        Roles.Memory.Write(writer);
        Relations.Write(writer);
        WriteClassifier(writer, Results.Words);
        Results.Trees.Write(writer);
        WriteClassifier(writer, Results.Details.Kinds);
        WriteClassifier(writer, Results.Details.Metrics);
        WriteClassifier(writer, Results.Details.Methods);
    }

    private static ResultModel ReadResults(BinaryReader reader)
        => new(ReadClassifier(reader), TreeEnsemble.Read(reader), new DetailModel(ReadClassifier(reader), ReadClassifier(reader), ReadClassifier(reader)));

    private static void WriteChain(BinaryWriter writer, ChainModel chain)
    {
        writer.Write(chain.Scale);
        writer.Write(chain.RowCount);
        foreach (var weight in chain.Transitions)
        {
            writer.Write(weight);
        }

        for (var row = 0; row < chain.RowCount; row++)
        {
            WriteWeights(writer, chain.Row(row));
        }
    }

    private static void WriteWords(BinaryWriter writer, WordVectors words)
    {
        writer.Write(words.Dimensions);
        writer.Write(words.Count);
        writer.Write(MemoryMarshal.AsBytes(words.Keys));
        WriteWeights(writer, words.Values);
    }

    private static WordVectors ReadWords(BinaryReader reader)
    {
        var dimensions = reader.ReadInt32();
        var keys = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        return new WordVectors(dimensions, keys, ReadWeights(reader, dimensions * keys.Length));
    }

    private static void WriteNet(BinaryWriter writer, NetWeights net)
    {
        WriteHalves(writer, [net.First, net.FirstBias, net.Second, net.SecondBias, net.Out, net.OutBias]);
        writer.Write(net.RowScale);
        WriteWeights(writer, net.Rows);
    }

    private static void WriteRoleNet(BinaryWriter writer, RoleNetWeights net)
    {
        WriteHalves(writer, [net.First, net.FirstBias, net.Second, net.TopBias, net.Out, net.OutBias]);
        writer.Write(net.TokenScale);
        WriteWeights(writer, net.TokenTable);
        writer.Write(net.MentionScale);
        WriteWeights(writer, net.MentionTable);
    }

    private static RoleNet ReadRoleNet(BinaryReader reader, WordVectors words)
    {
        var first = ReadHalves(reader, RoleNet.Hidden * words.Dimensions);
        var firstBias = ReadHalves(reader, RoleNet.Hidden);
        var second = ReadHalves(reader, RoleNet.Pooled * RoleNet.Top);
        var topBias = ReadHalves(reader, RoleNet.Top);
        var last = ReadHalves(reader, RoleClassifier.Roles * RoleNet.Top);
        var lastBias = ReadHalves(reader, RoleClassifier.Roles);
        var tokenScale = reader.ReadSingle();
        var tokens = ReadWeights(reader, RoleView.TableRows * RoleNet.Hidden);
        var mentionScale = reader.ReadSingle();
        return new RoleNet(words, new RoleNetWeights(
            first, firstBias, tokens, tokenScale, second, topBias, ReadWeights(reader, RoleView.TableRows * RoleNet.Top), mentionScale, last, lastBias));
    }

    private static void WriteHalves(BinaryWriter writer, ReadOnlySpan<float[]> layers)
    {
        foreach (var layer in layers)
        {
            foreach (var weight in layer)
            {
                writer.Write((Half)weight);
            }
        }
    }

    private static TaggerNet ReadNet(BinaryReader reader, WordVectors words)
    {
        var first = ReadHalves(reader, TaggerNet.Hidden * TaggerNet.Window * words.Dimensions);
        var firstBias = ReadHalves(reader, TaggerNet.Hidden);
        var second = ReadHalves(reader, TaggerNet.Top * TaggerNet.TopWindow * TaggerNet.Hidden);
        var secondBias = ReadHalves(reader, TaggerNet.Top);
        var last = ReadHalves(reader, TagSet.Count * TaggerNet.Top);
        var lastBias = ReadHalves(reader, TagSet.Count);
        var scale = reader.ReadSingle();
        var rows = ReadWeights(reader, NetFeatures.Rows * TaggerNet.Hidden);
        return new TaggerNet(words, new NetWeights(first, firstBias, rows, scale, second, secondBias, last, lastBias));
    }

    private static float[] ReadHalves(BinaryReader reader, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)reader.ReadHalf();
        }

        return values;
    }

    private static void WriteMemory(BinaryWriter writer, NameMemory memory)
    {
        writer.Write(memory.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(memory.Keys));
        writer.Write(memory.Records);
    }

    private static NameMemory ReadMemory(BinaryReader reader)
    {
        var keys = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        var records = new byte[keys.Length * NameMemory.RecordBytes];
        reader.BaseStream.ReadExactly(records);
        return new NameMemory(keys, records);
    }

    private static ChainModel ReadChain(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var rows = reader.ReadInt32();
        var transitions = new float[ChainTransitions.Count];
        for (var at = 0; at < transitions.Length; at++)
        {
            transitions[at] = reader.ReadSingle();
        }

        return new ChainModel(scale, ReadWeights(reader, rows * TagSet.Count), transitions);
    }

    private static LinearClassifier ReadClassifier(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var scale = reader.ReadSingle();
        return new LinearClassifier(classes, scale, ReadWeights(reader, reader.ReadInt32()));
    }

    private static void WriteClassifier(BinaryWriter writer, LinearClassifier classifier)
    {
        writer.Write(classifier.Classes);
        writer.Write(classifier.Scale);
        writer.Write(classifier.Weights.Length);
        WriteWeights(writer, classifier.Weights);
    }

    private static sbyte[] ReadWeights(BinaryReader reader, int count)
    {
        var weights = new sbyte[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }

    private static void WriteWeights(BinaryWriter writer, ReadOnlySpan<sbyte> weights)
        => writer.Write(MemoryMarshal.AsBytes(weights));
}
