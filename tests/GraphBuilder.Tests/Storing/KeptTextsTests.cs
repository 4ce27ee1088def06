using System.Text;
using Stemma.GraphBuilder.Storing;

namespace Stemma.GraphBuilderTests.Storing;

public sealed class KeptTextsTests
{
    [Fact]
    public void A_text_with_other_letters_than_ASCII_takes_no_place()
    {
        var texts = new KeptTexts();
        var kept = texts.Of("LoRA"u8);

        for (var number = 0; number < 500_000; number++)
        {
            texts.Of(Encoding.UTF8.GetBytes($"naïve {number}"));
        }

        Assert.Same(kept, texts.Of("LoRA"u8));
    }

    [Fact]
    public void A_short_text_is_decoded_once_and_a_long_one_each_time()
    {
        var texts = new KeptTexts();

        Assert.Same(texts.Of("LoRA"u8), texts.Of("LoRA"u8));
        Assert.NotSame(texts.Of(new byte[49]), texts.Of(new byte[49]));
    }
}
