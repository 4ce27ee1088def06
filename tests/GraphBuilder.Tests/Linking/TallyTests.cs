using Stemma.GraphBuilder.Linking;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class TallyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(500)]
    public void Counts_stand_in_the_order_in_which_numbers_were_met(int different)
    {
        var tally = new Tally();
        foreach (var number in Enumerable.Range(0, different).Reverse().Concat(Enumerable.Range(0, different).Where(number => number % 3 == 0)))
        {
            tally.Add(number);
        }

        Assert.Equal(different, tally.Count);
        Assert.Equal(Enumerable.Range(0, different).Reverse().Select(number => KeyValuePair.Create(number, number % 3 == 0 ? 2 : 1)), tally);
    }

    [Fact]
    public void A_tally_begins_empty() => Assert.Empty(new Tally());
}
