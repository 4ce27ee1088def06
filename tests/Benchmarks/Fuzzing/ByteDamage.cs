using System.Text;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// Damages texts as UTF-8 bytes: flips, removes, doubles, inserts, truncates and splices; invalid UTF-8 is decoded with replacement characters, as from a file.
/// </summary>
/// <param name="texts">The texts to damage.</param>
/// <param name="random">Random numbers.</param>
internal sealed class ByteDamage(IReadOnlyList<string> texts, Random random)
{
    private const int MostChanges = 3;

    private readonly byte[][] _texts = [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>A text with one to three changes.</summary>
    public string Next()
    {
        var bytes = new List<byte>(Any());
        for (var changes = random.Next(1, MostChanges + 1); changes > 0 && bytes.Count > 0; changes--)
        {
            Damage(bytes);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private void Damage(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.Insert(at, (byte)random.Next(32, 127));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var other = Any();
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 40), other.Length - from)).ToArray());
                break;
        }
    }

    private byte[] Any() => _texts[random.Next(_texts.Length)];
}
