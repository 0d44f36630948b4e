using System.Diagnostics.Metrics;

namespace Kipu.Storage;

internal static class Telemetry
{
    private static readonly Meter Meter = new("Kipu.Storage");

    public static readonly Counter<long> ChunkBytes = Meter.CreateCounter<long>("kipu.chunk.received", "By",
        "Bytes of chunks that were acknowledged");
    public static readonly Counter<long> MasterBytes = Meter.CreateCounter<long>("kipu.master.stored", "By",
        "Bytes of recordings that were finalized");
    public static readonly Counter<long> ObjectsSwept = Meter.CreateCounter<long>("kipu.sweep.deleted", "{object}",
        "Objects that the sweep deleted");
}
