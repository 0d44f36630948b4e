using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>Keeps uploads in a temporary folder that ends with the program.</summary>
internal sealed class GeminiFileStore(IOptions<GeminiSimulatorOptions> options, TimeProvider time) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kipu-gemini-");
    private readonly ConcurrentDictionary<string, GeminiStoredFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, GeminiUpload> _uploads = new(StringComparer.Ordinal);

    public IEnumerable<GeminiStoredFile> All => Alive().OrderByDescending(file => file.CreatedAt);

    public GeminiUpload Begin(string? id, string? displayName, string mimeType, long? length)
    {
        if (id is not null && _files.ContainsKey(id)) throw new GeminiRefusal(409, "ALREADY_EXISTS", $"The file files/{id} exists already.");

        var upload = new GeminiUpload(id ?? NewId(), ScratchFile(), displayName, mimeType, length);
        _uploads[upload.Session] = upload;
        return upload;
    }

    public GeminiUpload? FindUpload(string session) => _uploads.GetValueOrDefault(session);

    public void Cancel(GeminiUpload upload)
    {
        _uploads.TryRemove(upload.Session, out _);
        File.Delete(upload.Path);
    }

    public async Task<GeminiStoredFile> FinishAsync(GeminiUpload upload, bool failed, TimeSpan? processing, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(upload.Path);
        var hash = Convert.ToBase64String(await SHA256.HashDataAsync(content, cancellationToken));
        var now = time.GetUtcNow();
        var file = new GeminiStoredFile(
            upload.Id, upload.Path, upload.DisplayName, upload.MimeType, content.Length, hash, now,
            now + (processing ?? options.Value.FileProcessingTime), failed);
        _files[file.Id] = file;
        upload.Finished = file;
        return file;
    }

    public GeminiStoredFile? Find(string id) => Alive().FirstOrDefault(file => file.Id == id);

    public bool Delete(string id)
    {
        if (!_files.TryRemove(id, out var file)) return false;

        File.Delete(file.Path);
        return true;
    }

    /// <summary>A path for a file of the caller's, which deletes it.</summary>
    public string ScratchFile() => Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<GeminiStoredFile> Alive()
    {
        foreach (var expired in _files.Values.Where(file => file.ExpiresAt <= time.GetUtcNow())) Delete(expired.Id);
        return _files.Values;
    }

    // Letters and digits only: the official client cuts a name at a dash.
    private static string NewId() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 12);
}

/// <summary>An upload under way.</summary>
internal sealed class GeminiUpload(string id, string path, string? displayName, string mimeType, long? length)
{
    public string Session { get; } = Guid.NewGuid().ToString("N");

    public string Id { get; } = id;

    public string Path { get; } = path;

    public string? DisplayName { get; } = displayName;

    public string MimeType { get; } = mimeType;

    public long? Length { get; } = length;

    public long Received { get; set; }

    public GeminiStoredFile? Finished { get; set; }

    /// <summary>One chunk at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1);
}
