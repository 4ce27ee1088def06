using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

/// <summary>A tagger learns labels other than Stemma's types, is stored in a file, and rejects other kinds of file.</summary>
public sealed class SpanTrainerTests
{
    private static readonly string[] Animals = ["quoll", "wombat", "emu", "dingo", "tapir", "lynx", "marmot", "yak"];

    private static readonly string[] Towns = ["Arden", "Borle", "Cray", "Dunmore", "Eskdale", "Farrow", "Garth"];

    private static readonly Lazy<TrainedSpans> Trained = new(() => Train(Texts(), 2));

    [Fact]
    public void It_finds_what_it_never_saw_where_its_labels_stand()
    {
        var trained = Trained.Value;
        const string Text = "Yesterday a grey heron was seen near Hexham.";
        Assert.Equal(["ANIMAL", "TOWN"], trained.Tagger.Labels);
        Assert.Equal(["heron ANIMAL", "Hexham TOWN"], trained.Tagger.Tag(Text).Select(entity => $"{Text[entity.Start..entity.End]} {entity.Label}"));
        Assert.True(trained.HeldOut.All.F1 > 0.9, trained.HeldOut.ToString());
        Assert.Empty(trained.Tagger.Tag(""));
        Assert.Empty(trained.Tagger.Tag(" \n"));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit() => Assert.Equal(Bytes(Trained.Value.Tagger), Bytes(Train(Texts(), 1).Tagger));

    [Fact]
    public void A_tagger_read_from_its_file_tags_and_writes_as_before()
    {
        var bytes = Bytes(Trained.Value.Tagger);
        using var stream = new MemoryStream(bytes);
        var read = SpanTagger.Read(stream);
        Assert.Equal(bytes, Bytes(read));
        Assert.All(Texts(), text => Assert.Equal(Trained.Value.Tagger.Tag(text.Text), read.Tag(text.Text)));
    }

    [Fact]
    public void What_is_no_tagger_is_refused_with_a_sentence()
    {
        var bytes = Bytes(Trained.Value.Tagger);
        Assert.StartsWith("not a tagger of this version", Refusal([1, 2, 3]), StringComparison.Ordinal);
        Assert.StartsWith("the tagger is damaged", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
        Assert.StartsWith("the tagger is damaged", Refusal([.. bytes[..200], .. new byte[200], .. bytes[400..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_no_tags_can_tell_are_counted()
    {
        var texts = Texts();
        texts[3] = texts[3] with { Entities = [.. texts[3].Entities, new SpanEntity(1, 3, "ANIMAL"), texts[3].Entities[0] with { Label = "TOWN" }] };
        Assert.Equal(2, Train(texts, 2).Unlearnt);
    }

    private static string Refusal(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.Throws<InvalidDataException>(() => SpanTagger.Read(stream)).Message;
    }

    private static TrainedSpans Train(IReadOnlyList<SpanText> texts, int threads) => new SpanTrainer(threads).Train(texts, new Progress<string>(), TestContext.Current.CancellationToken);

    private static byte[] Bytes(SpanTagger tagger)
    {
        using var stream = new MemoryStream();
        tagger.Write(stream);
        return stream.ToArray();
    }

    private static SpanText[] Texts() => [.. Enumerable.Range(0, 56).Select(at =>
    {
        var (animal, town) = (Animals[at % Animals.Length], Towns[at % Towns.Length]);
        var text = (at % 3) switch
        {
            0 => $"Yesterday a grey {animal} was seen near {town}.",
            1 => $"In {town} nobody saw a {animal} that day.",
            _ => "Nobody saw anything that was worth a word.",
        };
        return new SpanText($"t{at}", text, at % 3 == 2 ? [] : [Entity(text, animal, "ANIMAL"), Entity(text, town, "TOWN")]);
    })];

    private static SpanEntity Entity(string text, string name, string label)
    {
        var start = text.IndexOf(name, StringComparison.Ordinal);
        return new SpanEntity(start, start + name.Length, label);
    }
}
