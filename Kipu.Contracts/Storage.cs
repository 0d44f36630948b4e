using System.ComponentModel.DataAnnotations;

namespace Kipu.Contracts;

/// <param name="Success">Always true; failures are problem details.</param>
/// <param name="RecordingId">The recording that the chunk belongs to.</param>
/// <param name="Sequence">The chunk's index, from 0.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hex.</param>
/// <param name="Received">Chunks that are durably stored by now.</param>
public sealed record ChunkReceipt(bool Success, Guid RecordingId, int Sequence, long Size, string Sha256, int Received);

/// <param name="Received">Ranges of chunk indices that are stored, first and last inclusive.</param>
/// <param name="Missing">Indices between them that are not.</param>
/// <param name="Bytes">Bytes stored.</param>
public sealed record ChunkListing(IReadOnlyList<int[]> Received, IReadOnlyList<int> Missing, long Bytes);

/// <summary>Ends an upload; what is given is checked.</summary>
/// <param name="TotalChunks">How many chunks were sent.</param>
/// <param name="Sha256">The digest of all of them joined.</param>
/// <param name="DurationSeconds">How long was recorded; what of it can't be heard afterwards is shown as missing.</param>
public sealed record FinalizeRequest(
    [property: Range(1, 1_000_000)] int? TotalChunks,
    [property: RegularExpression("^[0-9a-fA-F]{64}$")] string? Sha256,
    [property: Range(0, 1_000_000)] double? DurationSeconds);

public sealed record FinalizeResponse(bool Success, Guid RecordingId, Guid JobId, RecordingStatus Status);

public sealed record UploadResponse(bool Success, Guid RecordingId, Guid JobId, RecordingStatus Status, double? DurationSeconds);

public sealed record StorageUsage(long UsedBytes, long LimitBytes, IReadOnlyDictionary<string, long> ByKind);
