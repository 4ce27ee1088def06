using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Storing;
using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilderTests.Linking;

public sealed class ExtractedPaperTests
{
    [Fact]
    public void What_was_packed_is_unpacked_again()
    {
        var concept = new ExtractedConcept
        {
            Name = "Café-Net",
            Surfaces = ["Café-Net", "CN"],
            ShortForm = "CN",
            Types = [ConceptType.Method, ConceptType.Dataset],
            Role = ConceptRole.Introduces,
            Confidence = 0.75,
            Evidence = new Evidence(new TextSpan(TextField.Abstract, 300, 308), 290, 312),
            By = "definition.called",
            Mentions = [new TextSpan(TextField.Title, 0, 8), new TextSpan(TextField.Abstract, 300, 308)],
        };
        var extraction = new PaperExtraction(
            [concept],
            [new ExtractedResult(0, -81.5, "%", null, null, 1e-3, null, concept.Evidence, "result.on", 0.5)],
            [new ExtractedRelation(0, GraphSchema.Types.PartOf, 0, concept.Evidence, "relation.part", 1)]);
        var record = new PaperRecord("Café-Net", new string('é', 400)) { Year = 2024, Authors = ["Ana Pérez"] };

        var packed = new ExtractedPaper(new MergedPaper(new PaperId("arxiv:1"), record, []), extraction);

        Assert.Equal(1, packed.ConceptCount);
        Assert.Equal(ExtractionCodec.Encode(extraction), ExtractionCodec.Encode(packed.ReadExtraction()));
        Assert.Equal(record.Abstract, packed.ReadAbstract());
        Assert.Equal("", packed.Head.Abstract);
        Assert.Equal(record.Authors, packed.Head.Authors);
    }

    [Fact]
    public void The_abstract_is_that_of_the_record_which_gave_it_to_the_merged_one()
    {
        PaperRecord[] records = [new PaperRecord("A title", ""), new PaperRecord("A title", "The text is here.")];
        var merged = new MergedPaper(new PaperId("arxiv:1"), records[1] with { Year = 2020 }, []) { Records = records };

        Assert.Equal("The text is here.", new ExtractedPaper(merged, PaperExtraction.Empty).ReadAbstract());
    }
}
