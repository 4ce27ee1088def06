using System.Text;
using Stemma.GraphBuilder.Storing;

namespace Stemma.GraphBuilderTests.Storing;

public sealed class ContentWriterTests
{
    [Fact]
    public void Values_are_written_as_BinaryWriter_writes_them()
    {
        int[] integers = [0, 1, 127, 128, 16_383, 16_384, int.MaxValue, -1, int.MinValue];
        string[] texts = ["", "a", "naïve", "数据集", "🧪", "lone \uD83E surrogate", new string('x', 127), new string('é', 10_000)];
        using var expected = new MemoryStream();
        using var reference = new BinaryWriter(expected, Encoding.UTF8);
        using var writer = new ContentWriter();
        foreach (var integer in integers)
        {
            writer.Write(integer).Write((long)integer << 20);
            reference.Write7BitEncodedInt(integer);
            reference.Write7BitEncodedInt64((long)integer << 20);
        }

        foreach (var text in texts)
        {
            writer.Write(text).Write(-0.5).Write(true);
            reference.Write(text);
            reference.Write(-0.5);
            reference.Write(true);
        }

        reference.Flush();
        Assert.Equal(expected.ToArray(), writer.ToArray());
    }

    [Fact]
    public void Texts_come_back_equal_however_often_and_with_whatever_letters()
    {
        string[] texts = ["", "LoRA", "LoRa", "naïve", "数据集", new string('x', 48), new string('x', 49), "LoRA", "naïve"];
        using var writer = new ContentWriter();
        var reader = new ContentReader(writer.WriteTexts(texts).WriteTexts(texts).ToArray());
        Assert.Equal(texts, reader.ReadTexts());
        Assert.Equal(texts, reader.ReadTexts());
    }
}
