using Stemma.GraphBuilder.Mining;

namespace Stemma.GraphBuilderTests.Mining;

/// <summary>Which names count as known, and which as fragments of a name.</summary>
public sealed class KnownNamesTests
{
    private static readonly KnownNames Known = new(MinedCorpus.Lexicon);

    [Theory]
    [InlineData("Transformer", "transformer")]
    [InlineData("transformers", "transformer")]
    [InlineData("KV-cache", "kv-cache")]
    [InlineData("KVCache", "kv-cache")]
    [InlineData("key-value (KV) caches", "kv-cache")]
    [InlineData("SPIN", "spin")]
    public void A_name_is_known_in_every_spelling(string name, string id) => Assert.Equal(id, Known.Find(name));

    [Theory]
    [InlineData("spin")]
    [InlineData("Zarvo")]
    [InlineData("sparse Transformer")]
    public void Another_name_is_not_known(string name) => Assert.Null(Known.Find(name));

    [Theory]
    [InlineData("sparse Transformer", "transformer")]
    [InlineData("KV cache eviction policy", "kv-cache")]
    public void A_longer_name_is_near_the_known_one_at_its_end_or_beginning(string name, string id) => Assert.Equal(id, Known.FindNear(name));

    [Theory]
    [InlineData("tracking error''")]
    [InlineData("fea- ture extraction")]
    [InlineData("with Semantic Alignment")]
    [InlineData("Mixture of")]
    [InlineData("2012")]
    [InlineData("(KV) cache)")]
    [InlineData("transformer-based")]
    [InlineData("self-supervised")]
    [InlineData("long-context")]
    public void A_piece_of_a_name_is_told(string name) => Assert.True(Fragments.IsFragment(name));

    [Theory]
    [InlineData("Grad-CAM++")]
    [InlineData("7-Scenes")]
    [InlineData("Mixture of Experts")]
    [InlineData("CheckThat!")]
    [InlineData("Low-Rank Adaptation (LoRA)")]
    [InlineData("self-supervised pretraining")]
    public void A_whole_name_is_none(string name) => Assert.False(Fragments.IsFragment(name));
}
