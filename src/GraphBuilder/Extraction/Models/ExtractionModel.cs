using System.IO.Compression;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Everything that was learnt: the mention chain, the judge of candidates, the role model, and the trees of relations and results. Immutable and thread-safe.</summary>
public sealed class ExtractionModel
{
    private const string Resource = "tagger.bin";

    /// <summary>First bytes of a model file; the digit is the version of the format and of the features.</summary>
    private static ReadOnlySpan<byte> Magic => "STEMMA-TAGGER-2\n"u8;

    internal ExtractionModel(ChainModel chain, LinearClassifier judge, RoleModel roles, TreeEnsemble relations, TreeEnsemble results)
    {
        Chain = chain;
        Judge = judge;
        Roles = roles;
        Relations = relations;
        Results = results;
    }

    /// <summary>Scores tags of tokens.</summary>
    internal ChainModel Chain { get; }

    /// <summary>Scores candidates: no concept, or one of the types.</summary>
    internal LinearClassifier Judge { get; }

    /// <summary>Decides roles of concepts.</summary>
    internal RoleModel Roles { get; }

    /// <summary>Decides relations of pairs of concepts.</summary>
    internal TreeEnsemble Relations { get; }

    /// <summary>Decides which numbers belong to which target.</summary>
    internal TreeEnsemble Results { get; }

    /// <summary>The model that ships within the assembly.</summary>
    public static ExtractionModel LoadShipped()
    {
        using var stream = typeof(ExtractionModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly was built without {Resource}");
        return Read(stream);
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The stream is no model of this version.</exception>
    public static ExtractionModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.SequenceEqual(Magic))
        {
            throw new InvalidDataException("not a Stemma tagger model of this version; train it anew with `stemma train`");
        }

        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        return new ExtractionModel(
            ReadChain(reader), ReadClassifier(reader), new RoleModel(ReadClassifier(reader), TreeEnsemble.Read(reader), RoleMemory.Read(reader)),
            TreeEnsemble.Read(reader), TreeEnsemble.Read(reader));
    }

    /// <summary>Writes a model file; the same model gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Magic);
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
        writer.Write(Chain.Scale);
        writer.Write(Chain.RowCount);
        foreach (var weight in Chain.Transitions)
        {
            writer.Write(weight);
        }

        for (var row = 0; row < Chain.RowCount; row++)
        {
            WriteWeights(writer, Chain.Row(row));
        }

        WriteClassifier(writer, Judge);
        WriteClassifier(writer, Roles.Words);
        Roles.Trees.Write(writer);
        Roles.Memory.Write(writer);
        Relations.Write(writer);
        Results.Write(writer);
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
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return weights;
    }

    private static void WriteWeights(BinaryWriter writer, ReadOnlySpan<sbyte> weights)
        => writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights));
}
