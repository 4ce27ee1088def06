using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Input of <see cref="RoleNet"/> for a paper: for each token a word vector and some rows of a hashed table, where a mention counts as one token without a word; for each mention
/// the tokens of its sentence with their distances, and rows of its own. Words that join the members of a coordination are left out, so that "outperforms CQL, IQL and TD3+BC"
/// looks alike from each of the three. Reused; one object per thread.
/// </summary>
internal sealed class RoleView
{
    /// <summary>Rows per token.</summary>
    public const int TokenRows = 4;

    /// <summary>Rows per mention.</summary>
    public const int MentionRows = 12;

    /// <summary>Rows of each of the two tables.</summary>
    public const int TableRows = 1 << 13;

    /// <summary>Number of groups of positions around a mention.</summary>
    public const int Places = 14;

    private const int LeftMentions = 11;

    private const int RightMentions = 12;

    private const int Own = 13;

    private const uint WordRows = 4096;

    private readonly List<int> _words = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _owner = [];
    private readonly List<(int Token, int Place)> _slots = [];
    private readonly List<int> _slotEnds = [];
    private readonly List<int> _mentionRows = [];
    private readonly List<int> _mentionEnds = [];

    /// <summary>Number of tokens.</summary>
    public int Tokens => _words.Count;

    /// <summary>Number of concepts.</summary>
    public int Concepts => _mentionEnds.Count;

    /// <summary>Index of each token's word vector, -1 for none.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(_words);

    /// <summary>Rows of a token.</summary>
    public ReadOnlySpan<int> RowsOf(int token) => CollectionsMarshal.AsSpan(_rows).Slice(token * TokenRows, TokenRows);

    /// <summary>Half-open range of a concept's mentions, which are numbered through the paper.</summary>
    public (int First, int End) MentionsOf(int concept) => (concept == 0 ? 0 : _mentionEnds[concept - 1], _mentionEnds[concept]);

    /// <summary>Rows of a mention.</summary>
    public ReadOnlySpan<int> MentionRowsOf(int mention) => CollectionsMarshal.AsSpan(_mentionRows).Slice(mention * MentionRows, MentionRows);

    /// <summary>Tokens around a mention with their groups of positions.</summary>
    public ReadOnlySpan<(int Token, int Place)> SlotsOf(int mention)
        => CollectionsMarshal.AsSpan(_slots)[(mention == 0 ? 0 : _slotEnds[mention - 1]).._slotEnds[mention]];

    /// <summary>Reads a paper with all layers that roles require.</summary>
    public void Read(PaperDocument document, WordVectors words, RoleMemory memory)
    {
        ReadOwners(document);
        ReadTokens(document, words);
        _slots.Clear();
        _slotEnds.Clear();
        _mentionRows.Clear();
        _mentionEnds.Clear();
        foreach (var concept in document.Concepts)
        {
            var record = memory.Find(concept);
            foreach (var mention in concept.Mentions)
            {
                AddSlots(document, mention.Range);
                AddMentionRows(document, concept, mention.Range, record);
            }

            _mentionEnds.Add(_slotEnds.Count);
        }
    }

    private void ReadOwners(PaperDocument document)
    {
        CollectionsMarshal.SetCount(_owner, document.Tokens.Count);
        var owner = CollectionsMarshal.AsSpan(_owner);
        owner.Fill(-1);
        for (var concept = 0; concept < document.Concepts.Count; concept++)
        {
            foreach (var mention in document.Concepts[concept].Mentions)
            {
                owner[mention.Range.First..mention.Range.End].Fill(concept);
            }
        }
    }

    private void ReadTokens(PaperDocument document, WordVectors words)
    {
        CollectionsMarshal.SetCount(_words, document.Tokens.Count);
        CollectionsMarshal.SetCount(_rows, document.Tokens.Count * TokenRows);
        var found = CollectionsMarshal.AsSpan(_words);
        var rows = CollectionsMarshal.AsSpan(_rows);
        for (var token = 0; token < found.Length; token++)
        {
            var word = document[token];
            var own = rows.Slice(token * TokenRows, TokenRows);
            found[token] = _owner[token] >= 0 ? -1 : document.Words.VectorOf(document.WordOfToken[token], words);
            own[0] = _owner[token] >= 0 ? Row(1, (uint)document.Concepts[_owner[token]].Type) : Row(2, document.FactsOf(token).Lower % WordRows);
            own[1] = _owner[token] >= 0 ? Row(3, 0) : Row(4, FeatureHash.OfLower(word[Math.Max(0, word.Length - 3)..]));
            own[2] = Row(5, (uint)document.Signs[token]);
            own[3] = Row(6, 0);
        }

        foreach (var cue in document.Cues)
        {
            for (var token = cue.Range.First; token < cue.Range.End; token++)
            {
                rows[(token * TokenRows) + 3] = Row(7, (uint)cue.Cue.Index);
            }
        }
    }

    private void AddSlots(PaperDocument document, TokenRange range)
    {
        var sentence = document.SentenceAt(range.First);
        var distance = 0;
        for (var token = range.First - 1; token >= sentence.First; token--)
        {
            if (_owner[token] >= 0)
            {
                AddMentionSlot(token, sentence, LeftMentions);
            }
            else if (document.Links[token] != TokenLink.Joins)
            {
                distance++;
                _slots.Add((token, distance switch { 1 => 0, 2 => 1, 3 => 2, <= 5 => 3, <= 9 => 4, _ => 5 }));
            }
        }

        distance = 0;
        for (var token = range.End; token < sentence.End; token++)
        {
            if (_owner[token] >= 0)
            {
                AddMentionSlot(token, sentence, RightMentions);
            }
            else if (document.Links[token] != TokenLink.Joins)
            {
                distance++;
                _slots.Add((token, distance switch { 1 => 6, 2 => 7, <= 4 => 8, <= 8 => 9, _ => 10 }));
            }
        }

        _slots.Add((range.First, Own));
        _slotEnds.Add(_slots.Count);
    }

    /// <summary>A mention takes one slot, at its first token.</summary>
    private void AddMentionSlot(int token, TokenRange sentence, int place)
    {
        if (token == sentence.First || _owner[token - 1] != _owner[token])
        {
            _slots.Add((token, place));
        }
    }

    private void AddMentionRows(PaperDocument document, ConceptDraft concept, TokenRange range, RoleRecord record)
    {
        var type = (uint)concept.Type;
        var place = RoleFeatures.PlaceOf(document, range.First);
        var (article, head) = ((uint)RoleShape.Article(document, range), (uint)RoleShape.Head(document, range));
        var capitals = RoleShape.Capitals(document, range) switch { < 0 => 0u, < 0.5 => 1u, < 1 => 2u, _ => 3u };
        var (defined, likely) = (0u, ConceptRole.Introduces);
        foreach (var definition in document.Definitions)
        {
            defined = range.Overlaps(definition.Range) ? FeatureHash.Of(definition.Id) : defined;
        }

        foreach (var role in RoleClassifier.AllRoles)
        {
            likely = record.Role(role) > record.Role(likely) ? role : likely;
        }

        _mentionRows.Add(Row(20, type));
        _mentionRows.Add(Row(21, (place * 8) + type));
        _mentionRows.Add(Row(22, (article * 8) + type));
        _mentionRows.Add(Row(23, (head * 8) + type));
        _mentionRows.Add(Row(24, (capitals * 64) + (head * 8) + type));
        _mentionRows.Add(Row(25, defined));
        _mentionRows.Add(Row(26, ((uint)Math.Min(5, concept.Mentions.Count) * 8) + type));
        _mentionRows.Add(Row(27, ((concept.ShortForm is null ? 0u : 1u) * 8) + type));
        _mentionRows.Add(Row(28, ((concept.Entry is null ? 0u : concept.Entry.IsGeneric ? 2u : 1u) * 8) + type));
        _mentionRows.Add(Row(29, (record.IsKnown ? 1 + (uint)likely : 0u) * 8 + (record.IsKnown ? (uint)(record.Role(likely) * 7) : 0u)));
        _mentionRows.Add(Row(30, ((uint)record.Papers * 8) + type));
        _mentionRows.Add(Row(31, (NameShapes.IsCoined(document, range.First) ? 1u : 0u) * 16 + (range.First < document.TitleTokens ? 8u : 0u) + type));
    }

    private static int Row(uint template, uint value) => (int)(FeatureHash.Mix(template, value) & (TableRows - 1));
}
