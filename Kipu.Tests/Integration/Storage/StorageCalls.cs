using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Kipu.Tests;

public sealed partial class TestTenant
{
    public Task<HttpResponseMessage> SendChunkAsync(Guid recordingId, int index, byte[] content, Action<HttpRequestHeaders>? headers = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{recordingId}") { Content = Media(content, "audio/webm") };
        request.Headers.Add("x-chunk-index", $"{index}");
        headers?.Invoke(request.Headers);
        return Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> FinalizeAsync(Guid recordingId, int? totalChunks = null, string? sha256 = null) =>
        Client.PostAsJsonAsync($"/api/finalize/{recordingId}", new FinalizeRequest(totalChunks, sha256, DurationSeconds: null));

    public Task<HttpResponseMessage> UploadAsync(byte[] content, string query = "", string contentType = "audio/wav") =>
        Client.PostAsync($"/api/upload{query}", Media(content, contentType));

    public async Task<StorageUsage> StorageUsageAsync()
    {
        using var response = await Client.GetAsync("/api/storage/usage");
        return await response.ReadAsync<StorageUsage>();
    }

    /// <summary>What Storage gives Kipu's other services.</summary>
    public async Task<HttpResponseMessage> ReadObjectAsync(Guid recordingId, string kind, RangeHeaderValue? range = null)
    {
        var storage = Kipu.CreateClient("storage");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/internal/objects/{recordingId}/{kind}");
        request.Headers.Add("x-kipu-internal-token", await Kipu.GetParameterAsync("internal-token"));
        request.Headers.Add("x-kipu-organization-id", $"{OrganizationId}");
        request.Headers.Range = range;
        return await storage.SendAsync(request);
    }

    /// <summary>As if the last bytes of an upload had come so long ago.</summary>
    public async Task LastHeardAsync(Guid recordingId, TimeSpan ago)
    {
        await using var storage = await Kipu.OpenAsOwnerAsync("storagedb");
        await using var command = storage.CreateCommand(
            "update uploads set created_at = now() - $2, heard_at = now() - $2 where recording_id = $1");
        command.Parameters.AddWithValue(recordingId);
        command.Parameters.AddWithValue(ago);
        await command.ExecuteNonQueryAsync();
    }

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static ByteArrayContent Media(byte[] content, string contentType) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
}
