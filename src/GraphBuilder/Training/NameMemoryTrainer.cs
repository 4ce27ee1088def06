using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Training;

/// <summary>Builds a <see cref="NameMemory"/>: tags unlabelled papers and counts, for each name found in several of them, the papers that contain its words at all.</summary>
/// <param name="lexicon">The lexicon that extraction will use.</param>
/// <param name="corpus">Unlabelled papers.</param>
internal sealed class NameMemoryTrainer(ConceptLexicon lexicon, IReadOnlyList<PaperRecord> corpus)
{
    /// <summary>Every sixth paper is read, because each fold's tagger reads them all again, and the names that matter are frequent.</summary>
    private const int Stride = 6;

    /// <summary>Minimum number of papers in which a name is tagged. With fewer, the paper being read might itself be one of them.</summary>
    private const int FewestPapers = 3;

    /// <summary>Maximum length of a name, in tokens.</summary>
    private const int LongestName = 8;

    /// <summary>The memory of the corpus as tagged by <paramref name="tagger"/>. Single-threaded and bit-reproducible.</summary>
    public NameMemory Train(MentionTagger tagger, CancellationToken cancellation)
    {
        var names = new Dictionary<ulong, Tally>();
        var stages = PaperExtractor.StagesBeforeTagging(lexicon);
        Read([.. stages, tagger], document => AddMentions(document, names), cancellation);
        foreach (var name in names.Where(name => name.Value.Tagged < FewestPapers).Select(name => name.Key).ToArray())
        {
            names.Remove(name);
        }

        var phrases = new HashSet<ulong>();
        Read(stages[..2], document => AddPhrases(document, phrases, names), cancellation);
        return NameMemory.Of([.. names.OrderByDescending(name => name.Value.Holding).ThenBy(name => name.Key).Select(name => (name.Key, name.Value.ToRecord()))]);
    }

    private void Read(IExtractionStage[] stages, Action<PaperDocument> take, CancellationToken cancellation)
    {
        var document = new PaperDocument();
        for (var at = 0; at < corpus.Count; at += Stride)
        {
            cancellation.ThrowIfCancellationRequested();
            document.Reset(corpus[at].Title, corpus[at].Abstract);
            foreach (var stage in stages)
            {
                stage.Annotate(document);
            }

            take(document);
        }
    }

    /// <summary>Adds the most confident mention of each name in a paper.</summary>
    private static void AddMentions(PaperDocument document, Dictionary<ulong, Tally> names)
    {
        var surest = new Dictionary<ulong, Mention>();
        foreach (var mention in document.Mentions)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(surest, PhraseHash.Of(document, mention.Range), out _);
            best = mention.Confidence > best.Confidence ? mention : best;
        }

        foreach (var (name, mention) in surest)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(names, name, out _);
            tally = tally with { Tagged = tally.Tagged + 1, Confidence = tally.Confidence + (float)mention.Confidence, Kinds = tally.Kinds + mention.Kinds };
        }
    }

    /// <summary>Counts the paper for each known name whose words it contains.</summary>
    private static void AddPhrases(PaperDocument document, HashSet<ulong> phrases, Dictionary<ulong, Tally> names)
    {
        phrases.Clear();
        foreach (var sentence in document.Sentences)
        {
            for (var first = sentence.First; first < sentence.End; first++)
            {
                AddPhrases(document, first, Math.Min(sentence.End, first + LongestName), phrases);
            }
        }

        foreach (var phrase in phrases)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrNullRef(names, phrase);
            if (!Unsafe.IsNullRef(ref tally))
            {
                tally = tally with { Holding = tally.Holding + 1 };
            }
        }
    }

    private static void AddPhrases(PaperDocument document, int first, int limit, HashSet<ulong> phrases)
    {
        var hash = SpellingHash.Empty;
        for (var token = first; token < limit; token++)
        {
            var joins = document.Tokens[token].Kind is TokenKind.Hyphen or TokenKind.Slash;
            if (document.Tokens[token].Kind == TokenKind.Punctuation || (joins && token == first))
            {
                return;
            }

            if (!joins)
            {
                hash = PhraseHash.Append(hash, document, token);
                phrases.Add(PhraseHash.Singular(hash));
            }
        }
    }

    /// <summary>Counts of one name.</summary>
    /// <param name="Tagged">Number of papers in which it is tagged.</param>
    /// <param name="Confidence">Sum of confidences over these papers.</param>
    /// <param name="Kinds">Sum of kind probabilities over these papers.</param>
    /// <param name="Holding">Number of papers that contain its words.</param>
    private readonly record struct Tally(int Tagged, float Confidence, Vector4 Kinds, int Holding)
    {
        public NameRecord ToRecord()
        {
            var sum = Math.Max(1e-6f, Kinds.X + Kinds.Y + Kinds.Z + Kinds.W);
            return new NameRecord(MathF.Log2(Math.Max(1, Holding)), Math.Min(1, Confidence / Math.Max(Holding, Tagged)), Kinds / sum);
        }
    }
}
