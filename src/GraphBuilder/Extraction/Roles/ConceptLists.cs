using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Concepts that the text coordinates: "CQL, IQL and TD3+BC". Members of a list mostly share a role (coordination as evidence, Hatzivassiloglou and McKeown 1997).</summary>
internal sealed class ConceptLists
{
    private readonly List<(TokenRange Range, int Concept)> _mentions = [];
    private readonly List<(int Concept, int List)> _members = [];

    /// <summary>Finds the lists of a paper.</summary>
    public void Read(PaperDocument document)
    {
        _mentions.Clear();
        _members.Clear();
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            foreach (var mention in document.Concepts[at].Mentions)
            {
                _mentions.Add((mention.Range, at));
            }
        }

        _mentions.Sort(static (left, right) => left.Range.First.CompareTo(right.Range.First));
        var list = 0;
        for (var at = 0; at + 1 < _mentions.Count; at++)
        {
            if (!IsJoined(document, _mentions[at].Range, _mentions[at + 1].Range))
            {
                list++;
                continue;
            }

            if (_members.Count == 0 || _members[^1] != (_mentions[at].Concept, list))
            {
                _members.Add((_mentions[at].Concept, list));
            }

            _members.Add((_mentions[at + 1].Concept, list));
        }
    }

    /// <summary>Overwrites <paramref name="sums"/> with the summed first-pass probabilities of all others in the lists of a concept; returns their number.</summary>
    public int Sum(int concept, RoleScratch scratch, Span<double> sums)
    {
        sums.Clear();
        var others = 0;
        foreach (var (member, list) in _members)
        {
            if (member == concept || !_members.Contains((concept, list)))
            {
                continue;
            }

            others++;
            var first = scratch.First(member);
            for (var role = 0; role < sums.Length; role++)
            {
                sums[role] += first[role];
            }
        }

        return others;
    }

    private static bool IsJoined(PaperDocument document, TokenRange left, TokenRange right)
    {
        var joint = false;
        for (var token = left.End; token < right.First; token++)
        {
            if (document.Is(token, ',') || document.Is(token, "and") || document.Is(token, "or") || document.Is(token, '/') || document.Is(token, '&'))
            {
                joint = true;
            }
            else if (document.Links[token] != TokenLink.Joins)
            {
                return false;
            }
        }

        return joint && document.SentenceOfToken[left.First] == document.SentenceOfToken[right.First];
    }
}
