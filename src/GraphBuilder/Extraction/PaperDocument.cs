using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Title and abstract with everything the stages have found so far. Both fields are in one buffer, the title first, so that stages work on one token
/// list; <see cref="ToSpan"/> converts back to offsets within a field. Reused from paper to paper by one thread.
/// </summary>
internal sealed class PaperDocument
{
    /// <summary>No mention has more tokens: those of the tagger have at most 14, lexicon names and long forms rarely as many.</summary>
    private const int LongestMention = 64;

    private readonly List<int> _words = [];
    private readonly List<ConceptDraft> _drafts = [];
    private int _draftsUsed;
    private readonly TokenCoverage _coverage = new();

    /// <summary>Title, a line feed, abstract.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Offset of the abstract in <see cref="Text"/>.</summary>
    public int AbstractStart { get; private set; }

    /// <summary>Tokens of both fields, title first.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>Facts that depend only on the spelling of a word.</summary>
    public WordBook Words { get; } = new();

    /// <summary>Lexicon names that begin with those words.</summary>
    public LexiconStarts Starts { get; } = new();

    /// <summary>For each token the number of its spelling in <see cref="Words"/>.</summary>
    public ReadOnlySpan<int> WordOfToken => CollectionsMarshal.AsSpan(_words);

    /// <summary>Number of tokens in the title.</summary>
    public int TitleTokens { get; set; }

    /// <summary>Sentences in order; the title is the first, unless it is empty.</summary>
    public List<TokenRange> Sentences { get; } = [];

    /// <summary>Index into <see cref="Sentences"/> for each token.</summary>
    public List<int> SentenceOfToken { get; } = [];

    /// <summary>Lexicon names in the text, in order, without overlaps.</summary>
    public List<LexiconMatch> LexiconMatches { get; } = [];

    /// <summary>Short and long forms that the text defines, in order; those that only the title expands come last.</summary>
    public List<AcronymPair> Acronyms { get; } = [];

    /// <summary>Names in phrases that introduce something: that of the title first, then those of the text in order.</summary>
    public List<NameDefinition> Definitions { get; } = [];

    /// <summary>Concept mentions in order of their first tokens; they may overlap.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Mentions grouped into concepts, in order of first mention.</summary>
    public List<ConceptDraft> Concepts { get; } = [];

    /// <summary>Phrases that signal a role, in order.</summary>
    public List<CueMatch> Cues { get; } = [];

    /// <summary>For each token the group of <see cref="SentenceSigns"/> it belongs to, or 0.</summary>
    public List<byte> Signs { get; } = [];

    /// <summary>For each token how it links its neighbours.</summary>
    public List<TokenLink> Links { get; } = [];

    /// <summary>Numeric results, in text order.</summary>
    public List<ExtractedResult> Results { get; } = [];

    /// <summary>Relations between concepts, in text order.</summary>
    public List<ExtractedRelation> Relations { get; } = [];

    /// <summary>Buffer for the features that a linear classifier reads.</summary>
    public FeatureBag Features { get; } = new();

    /// <summary>Buffer for pairs of concepts that may be related; filled by its user.</summary>
    public List<RelationPair> RelationPairs { get; } = [];

    /// <summary>Buffer for the inputs of tree ensembles, for all concepts or pairs at once.</summary>
    public TreeBatch Batch { get; } = new();

    /// <summary>Buffer for clusters of equivalent names; filled by its user.</summary>
    public NameClusters Names { get; } = new();

    /// <summary>Buffers of the tagger.</summary>
    public TaggerScratch Tagging { get; } = new();

    /// <summary>Buffers of the role classifier.</summary>
    public RoleScratch Roles { get; } = new();

    /// <summary>Which tokens the mentions cover; valid until the next call.</summary>
    public TokenCoverage Covered()
    {
        _coverage.Read(this);
        return _coverage;
    }

    /// <summary>
    /// The mentions that may share a token with a range, by the order of their first tokens: all but those that begin behind the range or <see cref="LongestMention"/> tokens or
    /// more before it.
    /// </summary>
    public ReadOnlySpan<Mention> MentionsAround(TokenRange range)
    {
        var mentions = CollectionsMarshal.AsSpan(Mentions);
        var end = mentions.Length;
        for (var first = 0; first < end;)
        {
            var middle = (first + end) >>> 1;
            (first, end) = mentions[middle].Range.First < range.End ? (middle + 1, end) : (first, middle);
        }

        var begin = end;
        while (begin > 0 && mentions[begin - 1].Range.First > range.First - LongestMention)
        {
            begin--;
        }

        return mentions[begin..end];
    }

    /// <summary>The cues of a sentence; relies on cues being in order and within one sentence each.</summary>
    public ReadOnlySpan<CueMatch> CuesIn(TokenRange sentence)
    {
        var cues = CollectionsMarshal.AsSpan(Cues);
        var (first, end) = (0, cues.Length);
        while (first < end)
        {
            var middle = (first + end) >>> 1;
            (first, end) = cues[middle].Range.First < sentence.First ? (middle + 1, end) : (first, middle);
        }

        while (end < cues.Length && cues[end].Range.First < sentence.End)
        {
            end++;
        }

        return cues[first..end];
    }

    /// <summary>Begins a new paper; all layers are empty afterwards.</summary>
    public void Reset(string title, string @abstract)
    {
        Text = string.Concat(title, "\n", @abstract);
        AbstractStart = title.Length + 1;
        Tokens.Clear();
        TitleTokens = 0;
        Sentences.Clear();
        SentenceOfToken.Clear();
        LexiconMatches.Clear();
        Acronyms.Clear();
        Definitions.Clear();
        Mentions.Clear();
        Concepts.Clear();
        _draftsUsed = 0;
        Cues.Clear();
        Signs.Clear();
        Links.Clear();
        Results.Clear();
        Relations.Clear();
    }

    /// <summary>Adds an empty concept. It is valid until <see cref="Reset"/>, after which the object is reused.</summary>
    public ConceptDraft AddConcept()
    {
        if (_draftsUsed == _drafts.Count)
        {
            _drafts.Add(new ConceptDraft());
        }

        var draft = _drafts[_draftsUsed++];
        draft.Clear();
        Concepts.Add(draft);
        return draft;
    }

    /// <summary>Looks all tokens up in <see cref="Words"/>.</summary>
    public void ReadWords()
    {
        Words.Begin();
        CollectionsMarshal.SetCount(_words, Tokens.Count);
        Words.Read(Text, CollectionsMarshal.AsSpan(Tokens), CollectionsMarshal.AsSpan(_words));
    }

    /// <summary>Facts that depend only on a token's spelling.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly WordFacts FactsOf(int token) => ref Words[_words[token]];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> this[int token]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);
    }

    /// <summary>The characters from the first to the last token of a range, spaces between included.</summary>
    public ReadOnlySpan<char> this[TokenRange range]
        => Text.AsSpan(Tokens[range.First].Start, Tokens[range.End - 1].End - Tokens[range.First].Start);

    /// <summary>True where the token reads <paramref name="word"/> (lower case), ignoring case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int token, string word)
        => (uint)token < (uint)Tokens.Count && Tokens[token].Length == word.Length && this[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is the single character <paramref name="sign"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int token, char sign)
        => (uint)token < (uint)Tokens.Count && Tokens[token].Length == 1 && Text[Tokens[token].Start] == sign;

    /// <summary>The sentence around a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TokenRange SentenceAt(int token) => Sentences[SentenceOfToken[token]];

    /// <summary>A range as field and offsets within the field.</summary>
    public TextSpan ToSpan(TokenRange range)
    {
        var title = range.First < TitleTokens;
        var shift = title ? 0 : AbstractStart;
        return new TextSpan(title ? TextField.Title : TextField.Abstract, Tokens[range.First].Start - shift, Tokens[range.End - 1].End - shift);
    }

    /// <summary>A mention with the sentence around it.</summary>
    public Evidence ToEvidence(TokenRange mention)
    {
        var sentence = ToSpan(SentenceAt(mention.First));
        return new Evidence(ToSpan(mention), sentence.Start, sentence.End);
    }

    /// <summary>Index of the introduced concept that the title defines (<see cref="TitleNameFinder"/>), else of the most mentioned introduced one, else -1.</summary>
    public int MainConcept()
    {
        var main = -1;
        for (var at = 0; at < Concepts.Count; at++)
        {
            var concept = Concepts[at];
            if (concept.Role != ConceptRole.Introduces)
            {
                continue;
            }

            if (Definitions.Count > 0 && Definitions[0].Id == TitleNameFinder.Rule && concept.Mentions[0].Range == Definitions[0].Range)
            {
                return at;
            }

            main = main < 0 || concept.Mentions.Count > Concepts[main].Mentions.Count ? at : main;
        }

        return main;
    }
}
