namespace Stemma.GraphBuilder.Extraction;

/// <summary>One step of extraction: reads some layers of a document and adds others.</summary>
internal interface IExtractionStage
{
    /// <summary>Layers that earlier stages must have assigned.</summary>
    Layers Requires { get; }

    /// <summary>Layers that this stage assigns.</summary>
    Layers Assigns { get; }

    /// <summary>Annotates <paramref name="document"/>; keeps no state between documents, so that one stage object serves many threads.</summary>
    void Annotate(PaperDocument document);
}
