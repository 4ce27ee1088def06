using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Values;

public sealed class ValuePropertiesTests
{
    private static readonly ValueOrdering Ordering = ValueOrdering.Instance;
    private static readonly ValueEquivalence Equivalence = ValueEquivalence.Instance;

    [Fact]
    public void The_ordering_is_total_and_its_ties_are_equivalent() =>
        Gen.Select(GenValue.Any, GenValue.Any, GenValue.Any).Sample((a, b, c) =>
        {
            Assert.Equal(Math.Sign(Ordering.Compare(a, b)), -Math.Sign(Ordering.Compare(b, a)));
            Assert.Equal(Ordering.Compare(a, b) == 0, Equivalence.Equals(a, b));
            if (Ordering.Compare(a, b) <= 0 && Ordering.Compare(b, c) <= 0)
            {
                Assert.True(Ordering.Compare(a, c) <= 0);
            }
        });

    [Fact]
    public void Equivalent_values_hash_alike() =>
        Gen.Select(GenValue.Any, GenValue.Any).Sample((a, b) =>
            Assert.True(!Equivalence.Equals(a, b) || Equivalence.GetHashCode(a) == Equivalence.GetHashCode(b)));

    [Fact]
    public void Where_equality_is_known_it_agrees_with_equivalence_but_for_nan() =>
        Gen.Select(GenValue.Any, GenValue.Any).Sample((a, b) =>
        {
            var equal = CypherValues.Equal(a, b);
            Assert.Equal(equal, CypherValues.Equal(b, a));
            if (equal == true)
            {
                Assert.True(Equivalence.Equals(a, b));
            }
            else if (equal == false && Equivalence.Equals(a, b))
            {
                Assert.Contains("NaN", ValuePrinter.Print(a), StringComparison.Ordinal);
            }
        });

    [Fact]
    public void Less_greater_and_equal_exclude_one_another() =>
        Gen.Select(GenValue.Any, GenValue.Any).Sample((a, b) =>
        {
            Assert.Equal(CypherValues.Less(a, b), CypherValues.Greater(b, a));
            Assert.False(CypherValues.Less(a, b) == true && CypherValues.Greater(a, b) == true);
            Assert.False(CypherValues.Less(a, b) == true && CypherValues.Equal(a, b) == true);
        });

    [Fact]
    public void Scalars_are_compared_hashed_and_added_without_allocation()
    {
        GraphValue[] scalars = [GraphValue.Null, GraphValue.True, GraphValue.From(1), GraphValue.From(2.5), GraphValue.From("text")];
        long Run()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var a in scalars)
            {
                foreach (var b in scalars)
                {
                    _ = Ordering.Compare(a, b) + Equivalence.GetHashCode(a) + (Equivalence.Equals(a, b) ? 1 : 0);
                    _ = CypherValues.Less(a, b) ?? CypherValues.Equal(a, b);
                }
            }

            _ = CypherValues.Add(scalars[2], scalars[3]);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Run();
        Assert.Equal(0, Run());
    }

    [Fact]
    public void Printed_values_without_temporals_read_back() =>
        GenValue.Any.Where(value => !ValuePrinter.Print(value).Contains("'P", StringComparison.Ordinal)).Sample(value =>
            Assert.Equal(CanonicalText.Of(value), CanonicalText.Of(TckValueReader.Read(ValuePrinter.Print(value)))));
}
