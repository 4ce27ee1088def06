using Stemma.GraphBuilder.Linking;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("distilled", "distillation")]
    [InlineData("program", "programming")]
    [InlineData("automaton", "automata")]
    [InlineData("equilibrium", "equilibria")]
    [InlineData("base", "based")]
    [InlineData("zero", "zeroth")]
    [InlineData("multi", "multiple")]
    [InlineData("grammar", "grammatical")]
    [InlineData("situation", "situational")]
    public void Forms_of_one_word(string first, string second)
    {
        Assert.True(WordForms.AreOne(first, second));
        Assert.True(WordForms.AreOne(second, first));
    }

    [Theory]
    [InlineData("multimodal", "multilingual")]
    [InlineData("quantum", "quantized")]
    [InlineData("general", "generation")]
    [InlineData("semi", "self")]
    [InlineData("inference", "interface")]
    [InlineData("maximization", "minimization")]
    [InlineData("net", "nets")]
    public void Words_that_only_begin_alike(string first, string second)
    {
        Assert.False(WordForms.AreOne(first, second));
        Assert.False(WordForms.AreOne(second, first));
    }
}
