using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Finds role cues, the words of <see cref="SentenceSigns"/> and the links between tokens. A phrase listed under several cues counts for each; within a phrase no shorter one is looked for, so that the "on" of "based on"
/// is no cue of evaluation. Where a phrase stands in the text also decides, see <see cref="Applies"/>.
/// </summary>
internal sealed class CueFinder : IExtractionStage
{
    private static readonly PhraseTrie<List<RoleCue>> Phrases = Compile();

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Cues;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        CollectionsMarshal.SetCount(document.Signs, document.Tokens.Count);
        var signs = CollectionsMarshal.AsSpan(document.Signs);
        for (var token = 0; token < signs.Length; token++)
        {
            signs[token] = document.FactsOf(token).Sign;
        }

        CueReach.ReadLinks(document);
        foreach (var sentence in document.Sentences)
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if ((document.FactsOf(at).Begins & PhraseBeginnings.Cue) != 0 && Phrases.LongestAt(document, at, sentence.End, out var end) is { } cues)
                {
                    foreach (var cue in cues)
                    {
                        if (Applies(document, sentence, cue, new TokenRange(at, end)))
                        {
                            document.Cues.Add(new CueMatch(new TokenRange(at, end), cue));
                        }
                    }

                    at = end - 1;
                }
            }
        }
    }

    /// <summary>True where a cue begins with a word.</summary>
    public static bool MayBegin(SpellingHash word) => Phrases.MayBegin(word);

    /// <summary>
    /// False for a word that is the second part of a compound ("large-scale" says of nothing that it is scaled), and for one that must adjoin its mention but follows a comma ("Transformer, based
    /// solely on attention" is not based on Transformer).
    /// </summary>
    private static bool Applies(PaperDocument document, TokenRange sentence, RoleCue cue, TokenRange range)
    {
        var before = range.First - 1;
        return before < sentence.First
            || (cue.Side == CueSide.Before ? range.Count > 1 || document.Tokens[before].Kind != TokenKind.Hyphen : cue.Reach > 0 || !document.Is(before, ','));
    }

    private static PhraseTrie<List<RoleCue>> Compile()
    {
        var byPhrase = new Dictionary<string, List<RoleCue>>(StringComparer.Ordinal);
        foreach (var cue in RoleCues.All)
        {
            foreach (var phrase in cue.Phrases)
            {
                if (!byPhrase.TryGetValue(phrase, out var cues))
                {
                    byPhrase.Add(phrase, cues = []);
                }

                if (!cues.Contains(cue))
                {
                    cues.Add(cue);
                }
            }
        }

        var trie = new PhraseTrie<List<RoleCue>>();
        foreach (var (phrase, cues) in byPhrase)
        {
            trie.Add(phrase, cues);
        }

        return trie;
    }
}
