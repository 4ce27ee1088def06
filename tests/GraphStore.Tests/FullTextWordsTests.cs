using Stemma.GraphStore;

namespace Stemma.GraphStoreTests;

public sealed class FullTextWordsTests
{
    [Theory]
    [InlineData("Diffusion-DPO", "\"diffusion\" AND \"dpo\"", "\"diffusion\" AND dpo*")]
    [InlineData("Llama 3.1", "\"llama\" AND \"3.1\"", "\"llama\" AND 3.1*")]
    [InlineData("don't U_Net 1,000 v.2", "\"don't\" AND \"u_net\" AND \"1,000\" AND \"v\" AND \"2\"", "\"don't\" AND \"u_net\" AND \"1,000\" AND \"v\" AND 2*")]
    [InlineData("\"C++\" (x) a.", "\"c\" AND \"x\" AND \"a\"", "\"c\" AND \"x\" AND a*")]
    [InlineData("'., *~", "", "")]
    public void Words_become_queries_that_both_engines_read_alike(string typed, string whole, string beginning)
    {
        var words = FullTextWords.Split(typed);
        Assert.Equal((whole, beginning), (FullTextWords.Whole(words), FullTextWords.Beginning(words)));
    }
}
