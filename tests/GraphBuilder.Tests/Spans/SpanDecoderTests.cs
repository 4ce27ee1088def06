using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

public sealed class SpanDecoderTests
{
    [Fact]
    public void Two_likely_stretches_win_over_a_likelier_one_across_both()
    {
        SpanStretch[] stretches = [new(0, 4, 0, 0.6), new(0, 2, 0, 0.5), new(2, 4, 1, 0.5), new(5, 6, 0, 0.29)];
        Assert.Equal([stretches[1], stretches[2]], SpanDecoder.Choose(stretches, 6, 0.3));
        Assert.Equal([stretches[0], stretches[3]], SpanDecoder.Choose([stretches[0], stretches[1], stretches[3]], 6, 0.28));
        Assert.Empty(SpanDecoder.Choose(stretches, 6, 0.6));
    }
}
