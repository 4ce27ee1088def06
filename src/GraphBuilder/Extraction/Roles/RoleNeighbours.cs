using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>First-pass probabilities of the paper's other concepts, as values of one concept.</summary>
internal static class RoleNeighbours
{
    /// <summary>Above this first-pass probability the likeliest introduced concept counts as the paper's own when distances to it are measured.</summary>
    private const double OwnLook = 0.4;

    /// <summary>Writes 31 values.</summary>
    public static void Write(PaperDocument document, int at, ref ValueWriter writer)
    {
        Span<double> sums = stackalloc double[RoleClassifier.Roles];
        WriteOthers(document, at, sums, ref writer);
        WriteRanks(document, at, ref writer);
        var members = document.Roles.Lists.Sum(at, document.Roles, sums);
        writer.Add(members);
        foreach (var sum in sums)
        {
            writer.Add(members == 0 ? -1 : sum / members);
        }

        WriteCompounds(document, at, ref writer);
        WriteOwn(document, at, ref writer);
    }

    /// <summary>
    /// Numbers of concepts and methods; of the others, the highest probabilities of an introduced method, introduced data and a basis, the sum of introductions, and the mean of
    /// each role.
    /// </summary>
    private static void WriteOthers(PaperDocument document, int at, scoped Span<double> sums, ref ValueWriter writer)
    {
        sums.Clear();
        var (method, material, ground, methods) = (0.0, 0.0, 0.0, 0);
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            var type = document.Concepts[other].Type;
            methods += type == ConceptType.Method ? 1 : 0;
            if (other == at)
            {
                continue;
            }

            var look = document.Roles.First(other);
            var introduced = look[(int)ConceptRole.Introduces];
            method = type == ConceptType.Method ? Math.Max(method, introduced) : method;
            material = type.IsData() ? Math.Max(material, introduced) : material;
            ground = Math.Max(ground, look[(int)ConceptRole.BuildsOn]);
            for (var role = 0; role < sums.Length; role++)
            {
                sums[role] += look[role];
            }
        }

        writer.Add(document.Concepts.Count);
        writer.Add(methods);
        writer.Add(method);
        writer.Add(material);
        writer.Add(ground);
        writer.Add(sums[(int)ConceptRole.Introduces]);
        foreach (var sum in sums)
        {
            writer.Add(sum / Math.Max(1, document.Concepts.Count - 1));
        }
    }

    /// <summary>How many concepts of the same type are likelier to be introduced, and likelier to be built on.</summary>
    private static void WriteRanks(PaperDocument document, int at, ref ValueWriter writer)
    {
        var own = document.Roles.First(at);
        var (introduced, ground) = (0, 0);
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            if (other != at && document.Concepts[other].Type == document.Concepts[at].Type)
            {
                var look = document.Roles.First(other);
                introduced += look[(int)ConceptRole.Introduces] > own[(int)ConceptRole.Introduces] ? 1 : 0;
                ground += look[(int)ConceptRole.BuildsOn] > own[(int)ConceptRole.BuildsOn] ? 1 : 0;
            }
        }

        writer.Add(introduced);
        writer.Add(ground);
    }

    /// <summary>Highest probability of an introduction among concepts whose names end with this one, contain it elsewhere, or are contained in it; -1 where there is none.</summary>
    private static void WriteCompounds(PaperDocument document, int at, ref ValueWriter writer)
    {
        var (suffix, inner, held) = (-1.0, -1.0, -1.0);
        var concept = document.Concepts[at];
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            if (other == at)
            {
                continue;
            }

            var introduced = document.Roles.First(other)[(int)ConceptRole.Introduces];
            var holder = document.Concepts[other];
            for (var surface = 0; surface < holder.Surfaces.Count; surface++)
            {
                if (holder.Holds(surface, concept))
                {
                    var ends = holder.Surfaces[surface].EndsWith(concept.Surfaces[0], StringComparison.OrdinalIgnoreCase);
                    suffix = ends ? Math.Max(suffix, introduced) : suffix;
                    inner = ends ? inner : Math.Max(inner, introduced);
                }
            }

            held = concept.Holds(holder) ? Math.Max(held, introduced) : held;
        }

        writer.Add(suffix);
        writer.Add(inner);
        writer.Add(held);
    }

    /// <summary>How often the likeliest introduced concept occurs before and after this one in a sentence, and its smallest distance.</summary>
    private static void WriteOwn(PaperDocument document, int at, ref ValueWriter writer)
    {
        const int Far = 99;
        var (before, behind, nearest) = (0, 0, Far);
        if (FindOwn(document, at) is >= 0 and var own)
        {
            foreach (var mention in document.Concepts[at].Mentions)
            {
                foreach (var other in document.Concepts[own].Mentions)
                {
                    if (document.SentenceOfToken[mention.Range.First] == document.SentenceOfToken[other.Range.First])
                    {
                        before += other.Range.First < mention.Range.First ? 1 : 0;
                        behind += other.Range.First < mention.Range.First ? 0 : 1;
                        nearest = Math.Min(nearest, Math.Abs(other.Range.First - mention.Range.First));
                    }
                }
            }
        }

        writer.Add(before);
        writer.Add(behind);
        writer.Add(nearest);
    }

    private static int FindOwn(PaperDocument document, int at)
    {
        var (own, best) = (-1, OwnLook);
        for (var other = 0; other < document.Concepts.Count; other++)
        {
            if (document.Roles.First(other)[(int)ConceptRole.Introduces] is var introduced && other != at && introduced > best)
            {
                (own, best) = (other, introduced);
            }
        }

        return own;
    }
}
