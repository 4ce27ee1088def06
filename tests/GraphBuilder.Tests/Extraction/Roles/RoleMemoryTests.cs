using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Roles;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Roles;

public sealed class RoleMemoryTests
{
    private const int Names = 3000;

    [Fact]
    public void Each_name_is_found_and_no_other()
    {
        var memory = Memory();
        for (var name = 0; name < Names; name++)
        {
            Assert.Equal(PapersOf(name) / RoleMemory.PaperSteps, memory.Find($"Zarvo-{name}").Papers);
        }

        Assert.False(memory.Find("quokka").IsKnown);
        Assert.False(memory.Find("").IsKnown);
        Assert.False(RoleMemory.Empty.Find("quokka").IsKnown);
    }

    [Fact]
    public void A_concept_has_the_record_of_the_form_that_most_papers_hold_and_of_forms_that_come_later()
    {
        var memory = Memory();
        var concept = new ConceptDraft();
        concept.Surfaces.Add("Zarvo-1");
        Assert.Equal(PapersOf(1) / RoleMemory.PaperSteps, memory.Find(concept).Papers);
        concept.Surfaces.Add("zarvo 7");
        Assert.Equal(PapersOf(7) / RoleMemory.PaperSteps, memory.Find(concept).Papers);
        Assert.False(RoleMemory.Empty.Find(concept).IsKnown);
        Assert.Equal(PapersOf(7) / RoleMemory.PaperSteps, memory.Find(concept).Papers);
    }

    private static int PapersOf(int name) => 1 + (name % 250);

    private static RoleMemory Memory()
    {
        var names = Enumerable.Range(0, Names).OrderBy(name => RoleMemory.KeyOf($"zarvo {name}")).ToArray();
        var records = new byte[Names * RoleMemory.RecordBytes];
        for (var at = 0; at < Names; at++)
        {
            records[at * RoleMemory.RecordBytes] = (byte)PapersOf(names[at]);
        }

        return new RoleMemory([.. names.Select(name => RoleMemory.KeyOf($"zarvo {name}"))], records);
    }
}
