using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Fills the property columns of all nodes, or of all relationships. Values are gathered in the order of calls and encoded in batches on another thread while the caller
/// produces the next ones: encoding looks each text up in a hash table of all texts, which is most of the work of loading. Each column receives its values in order, so
/// the result does not depend on the threading. One caller at a time. An exception while encoding is thrown by a later call.
/// </summary>
internal sealed class ColumnFiller
{
    /// <summary>Values per batch: some milliseconds of work, and a megabyte.</summary>
    private const int BatchSize = 1 << 15;

    private readonly List<PropertyColumnBuilder> _columns = [];
    private List<Entry> _gathered = new(BatchSize);
    private List<Entry> _encoded = new(BatchSize);
    private Task _encoding = Task.CompletedTask;

    /// <summary>Appends a value; within a column, entity numbers must ascend.</summary>
    /// <param name="key">Token of the property key.</param>
    /// <param name="entity">Number of the node or relationship.</param>
    /// <param name="value">Not null.</param>
    public void Add(int key, int entity, GraphValue value)
    {
        _gathered.Add(new Entry(key, entity, value));
        if (_gathered.Count == BatchSize)
        {
            HandOver();
        }
    }

    /// <summary>Finishes the columns, by key token; null for keys without values.</summary>
    public PropertyColumn?[] Build()
    {
        HandOver();
        _encoding.GetAwaiter().GetResult();
        return _columns.AsParallel().AsOrdered().Select(column => column.Build()).ToArray();
    }

    private void HandOver()
    {
        _encoding.GetAwaiter().GetResult();
        (_gathered, _encoded) = (_encoded, _gathered);
        _encoding = Task.Run(Encode);
    }

    private void Encode()
    {
        foreach (var (key, entity, value) in _encoded)
        {
            while (_columns.Count <= key)
            {
                _columns.Add(new PropertyColumnBuilder());
            }

            _columns[key].Add(entity, value);
        }

        _encoded.Clear();
    }

    private readonly record struct Entry(int Key, int Entity, GraphValue Value);
}
