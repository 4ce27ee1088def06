using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>Numbers texts as they are met, so that a million of them, most of them repeated, take little room.</summary>
/// <param name="capacity">About how many texts will come.</param>
internal sealed class TextTable(int capacity)
{
    private readonly Dictionary<string, int> _numbers = new(capacity, StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>Number of texts.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>The number of a text, made where it is new.</summary>
    public int NumberOf(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out var isKnown);
        if (!isKnown)
        {
            number = _texts.Count;
            _texts.Add(text);
        }

        return number;
    }
}
