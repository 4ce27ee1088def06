using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Hashes the features of <see cref="JointTemplates"/> for eight tokens at once: each atom has a column, so that the atoms of neighbours are a vector load that begins a token
/// earlier or later. Keeps the rows of two such groups, so that those of the later one can be prefetched while the earlier one is summed. One object per thread.
/// </summary>
internal sealed class JointRows
{
    /// <summary>Tokens hashed at once.</summary>
    public const int Group = 8;

    /// <summary>Rows per token: one per joint template, and that of the cue.</summary>
    public const int Count = 24;

    /// <summary>Tokens whose rows are kept, a power of two; also the distance between the rows of one token.</summary>
    public const int Kept = 2 * Group;

    private const int Columns = (int)JointAtom.CueKind + 1;

    private static readonly TokenAtoms[] Nothing = [FeatureTemplates.At([], 0)];

    private readonly int[] _operands = new int[3 * JointTemplates.All.Length];
    private readonly uint[] _rows = new uint[Count * Kept];
    private readonly uint[] _sparse = new uint[FeatureTemplates.MostSparse * Kept];
    private readonly int[] _sparseCounts = new int[Kept];
    private uint[] _columns = [];
    private int _stride;

    /// <summary>Writes the atoms of a paper into columns.</summary>
    public void Read(ReadOnlySpan<TokenAtoms> atoms)
    {
        Grow(atoms.Length + Group + JointTemplates.Reach);
        for (var token = 0; token < atoms.Length; token++)
        {
            Put(atoms[token], token);
        }

        for (var beyond = 0; beyond < Group + JointTemplates.Reach; beyond++)
        {
            Put(Nothing[0], atoms.Length + beyond);
        }
    }

    /// <summary>The first of a token's rows, as byte offsets into the chain; the others follow at intervals of <see cref="Kept"/>.</summary>
    public ref uint RowsOf(int token) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), token & (Kept - 1));

    /// <summary>The features of a token from <see cref="FeatureTemplates.WriteSparse"/>.</summary>
    public ReadOnlySpan<uint> SparseOf(int token) => _sparse.AsSpan((token & (Kept - 1)) * FeatureTemplates.MostSparse, _sparseCounts[token & (Kept - 1)]);

    /// <summary>Hashes the sparse features of a token.</summary>
    public void WriteSparse(ReadOnlySpan<TokenAtoms> atoms, int token) => _sparseCounts[token & (Kept - 1)] = FeatureTemplates.WriteSparse(atoms, token, _sparse.AsSpan((token & (Kept - 1)) * FeatureTemplates.MostSparse));

    /// <summary>Hashes the group that begins at a token, overwriting the group two before it.</summary>
    /// <param name="first">A multiple of <see cref="Group"/>.</param>
    /// <param name="chain">The chain that the rows belong to.</param>
    public void Hash(int first, ChainModel chain)
    {
        ref var column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_columns), first);
        ref var operand = ref MemoryMarshal.GetArrayDataReference(_operands);
        ref var row = ref RowsOf(first);
        foreach (ref readonly var template in JointTemplates.All.AsSpan())
        {
            var (a, b) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref column, operand)), Vector256.LoadUnsafe(ref Unsafe.Add(ref column, Unsafe.Add(ref operand, 1))));
            var c = Vector256.LoadUnsafe(ref Unsafe.Add(ref column, Unsafe.Add(ref operand, 2)));
            chain.PlacesOf(FeatureHash.Mix(template.Number, a, b, c)).StoreUnsafe(ref row);
            operand = ref Unsafe.Add(ref operand, 3);
            row = ref Unsafe.Add(ref row, Kept);
        }

        var cues = Vector256.LoadUnsafe(ref Unsafe.Add(ref column, OperandOf(new AtomAt(JointAtom.Cue, 0))));
        chain.PlacesOf(FeatureHash.Mix(JointTemplates.CueNumber, cues)).StoreUnsafe(ref row);
    }

    private void Put(in TokenAtoms token, int at)
    {
        ref var column = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_columns), at + JointTemplates.Reach);
        Unsafe.Add(ref column, (int)JointAtom.Word * _stride) = token.Word;
        Unsafe.Add(ref column, (int)JointAtom.Shape * _stride) = token.Shape;
        Unsafe.Add(ref column, (int)JointAtom.Suffix3 * _stride) = token.Suffix3;
        Unsafe.Add(ref column, (int)JointAtom.Place * _stride) = token.Place;
        Unsafe.Add(ref column, (int)JointAtom.Document * _stride) = token.Document;
        Unsafe.Add(ref column, (int)JointAtom.Glue * _stride) = token.Glue;
        Unsafe.Add(ref column, (int)JointAtom.Cue * _stride) = token.Cue;
        Unsafe.Add(ref column, (int)JointAtom.CueKind * _stride) = token.Cue >> 2;
    }

    private int OperandOf(AtomAt atom) => ((int)atom.Atom * _stride) + JointTemplates.Reach + atom.Place;

    private void Grow(int tokens)
    {
        if (_stride >= tokens + JointTemplates.Reach)
        {
            return;
        }

        _stride = Math.Max(tokens + JointTemplates.Reach, 512);
        _columns = new uint[Columns * _stride];
        for (var before = -JointTemplates.Reach; before < 0; before++)
        {
            Put(Nothing[0], before);
        }

        for (var at = 0; at < JointTemplates.All.Length; at++)
        {
            var template = JointTemplates.All[at];
            (_operands[3 * at], _operands[(3 * at) + 1], _operands[(3 * at) + 2]) = (OperandOf(template.First), OperandOf(template.Second), OperandOf(template.Third));
        }
    }
}
