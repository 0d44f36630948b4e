using Microsoft.Extensions.Caching.Memory;

namespace Kipu.Storage;

/// <summary>
/// Uploads to which this process has added a chunk within the last minute: the next one needs no look into the database before its bytes come.
/// A hint, not a record: when the upload has ended meanwhile, the chunk is refused where it would be committed.
/// </summary>
internal sealed class OpenUploads : IDisposable
{
    private static readonly MemoryCacheEntryOptions Entry = new() { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) };
    private readonly MemoryCache _uploads = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public Upload? Find(Guid organizationId, Guid recordingId) => _uploads.Get<Upload>((organizationId, recordingId));

    public void Note(Upload upload) => _uploads.Set((upload.OrganizationId, upload.RecordingId), upload, Entry);

    public void Forget(Guid organizationId, Guid recordingId) => _uploads.Remove((organizationId, recordingId));

    public void Dispose() => _uploads.Dispose();
}
