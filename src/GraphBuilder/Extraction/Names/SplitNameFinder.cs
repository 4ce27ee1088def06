using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>
/// Reassembles names that the text splits: "on Atari in a setting limited to 100k steps" (Atari 100k), "GPT-3.5/4" (GPT-3.5 and GPT-4), "CIFAR-10/100".
/// Only names in the lexicon are reassembled (annotation guidelines: canonical forms of split mentions).
/// </summary>
internal sealed class SplitNameFinder(ConceptLexicon lexicon) : IExtractionStage
{
    /// <summary>Rule id.</summary>
    public const string Rule = "name.split";

    /// <summary>Maximum distance, in tokens, from a benchmark to the size behind it that belongs to its name.</summary>
    private const int Reach = 14;

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.Mentions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Mentions;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var count = document.Mentions.Count;
        for (var at = 0; at < count; at++)
        {
            JoinSize(document, at);
            SplitVersions(document, at);
        }

        if (document.Mentions.Count > count)
        {
            TextOrder.Sort(document.Mentions);
        }
    }

    /// <summary>"Atari … 100k": a number of thousands that, with the benchmark before it, is the name of another.</summary>
    private void JoinSize(PaperDocument document, int at)
    {
        var mention = document.Mentions[at];
        if (!mention.Type.IsData())
        {
            return;
        }

        var end = Math.Min(document.SentenceAt(mention.Range.First).End, mention.Range.End + Reach);
        for (var token = mention.Range.End; token < end; token++)
        {
            if (Thousands(document[token]) is { } size && lexicon.FindByName($"{document[mention.Range]} {size}") is { } entry)
            {
                Rename(document, mention, entry);
                return;
            }
        }
    }

    /// <summary>Assigns an entry to all mentions of a name in the paper.</summary>
    private static void Rename(PaperDocument document, Mention named, LexiconEntry entry)
    {
        var name = document[named.Range].ToString();
        for (var at = 0; at < document.Mentions.Count; at++)
        {
            if (document[document.Mentions[at].Range].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                document.Mentions[at] = document.Mentions[at] with { Canonical = entry.Name, Entry = entry, By = Rule };
            }
        }
    }

    /// <summary><c>100k</c> for 100k, 100K and 100,000; null for anything else.</summary>
    private static string? Thousands(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith(",000", StringComparison.Ordinal) && char.IsAsciiDigit(word[0]))
        {
            return $"{word[..^4]}k";
        }

        return word.Length > 1 && word[^1] is 'k' or 'K' && word[..^1].IndexOfAnyExceptInRange('0', '9') < 0 ? $"{word[..^1]}k" : null;
    }

    /// <summary>"GPT-3.5/4": the version behind a slash belongs to the same family.</summary>
    private void SplitVersions(PaperDocument document, int at)
    {
        var mention = document.Mentions[at];
        var slash = mention.Range.First + 1;
        while (slash < mention.Range.End && document.Tokens[slash].Kind != TokenKind.Slash)
        {
            slash++;
        }

        if (slash + 1 >= document.Tokens.Count || document.Tokens[slash].Kind != TokenKind.Slash || document.Tokens[slash].SpaceBefore
            || slash + 1 < mention.Range.End - 1 || !char.IsAsciiDigit(document[slash + 1][0]) || !char.IsAsciiDigit(document[slash - 1][0]) || slash - 1 <= mention.Range.First)
        {
            return;
        }

        var family = document.Text.AsSpan()[document.Tokens[mention.Range.First].Start..document.Tokens[slash - 1].Start];
        if (lexicon.FindByName($"{family}{document[slash + 1]}") is { } entry)
        {
            Split(document, at, mention with { Range = new TokenRange(mention.Range.First, slash) }, mention with { Range = new TokenRange(slash + 1, slash + 2), Canonical = $"{family}{document[slash + 1]}", Entry = entry, By = Rule });
        }
    }

    /// <summary>Replaces a mention by two, the first of which may be itself; a part that is another mention already stays the only one of its tokens.</summary>
    private static void Split(PaperDocument document, int at, Mention first, Mention second)
    {
        var (hasFirst, hasSecond) = (IsAnother(document, at, first.Range), IsAnother(document, at, second.Range));
        if (!hasFirst)
        {
            document.Mentions[at] = first;
        }

        if (!hasSecond && hasFirst)
        {
            document.Mentions[at] = second;
        }
        else if (!hasSecond)
        {
            document.Mentions.Add(second);
        }
    }

    private static bool IsAnother(PaperDocument document, int at, TokenRange range) => document.Mentions.Index().Any(known => known.Index != at && known.Item.Range == range);
}
