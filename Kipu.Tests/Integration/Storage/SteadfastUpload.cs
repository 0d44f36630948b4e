using System.Buffers.Binary;
using System.Net;

namespace Kipu.Tests;

/// <summary>A recorder that does not give up: what is not acknowledged is sent again, and what was acknowledged never.</summary>
/// <param name="tenant">Whose recording it is.</param>
/// <param name="chunkBytes">How long each chunk is; 32,000 bytes are a second.</param>
internal sealed class SteadfastUpload(TestTenant tenant, int chunkBytes)
{
    private readonly List<byte> _audio = [];
    private int _chunks;

    public TestTenant Tenant => tenant;

    public Guid RecordingId { get; } = Some.RecordingId();

    /// <summary>Records some silence, and sends it until it is acknowledged.</summary>
    public async Task SendChunkAsync()
    {
        var chunk = _chunks is 0 ? Header() : new byte[chunkBytes];
        _audio.AddRange(chunk);
        var index = _chunks++;
        await UntilAsync(
            async () => await IsDoneAsync(tenant.SendChunkAsync(RecordingId, index, chunk), HttpStatusCode.OK), $"chunk {index}");
    }

    /// <summary>Finalizes with the digest of all that was ever acknowledged.</summary>
    public Task FinalizeAsync() => UntilAsync(
        async () => await IsDoneAsync(
            tenant.FinalizeAsync(RecordingId, _chunks, TestTenant.Sha256([.. _audio])), HttpStatusCode.Accepted),
        "finalizing");

    public Task WaitForAnalysisAsync() => UntilAsync(
        async () =>
        {
            using var response = await tenant.Client.GetAsync($"/api/status/{RecordingId}");
            if (response.StatusCode is not HttpStatusCode.OK) return false;
            var status = await response.ReadAsync<RecordingStatusInfo>();
            Assert.True(status.Status is not RecordingStatus.Error, $"{RecordingId}: {status.Error}");
            return status.Status is RecordingStatus.Completed;
        },
        "the analysis");

    /// <summary>A connection that breaks is no answer.</summary>
    private static Task UntilAsync(Func<Task<bool>> succeeds, string what) => KipuSystem.WaitUntilAsync(
        async () =>
        {
            try
            {
                return await succeeds();
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        what);

    /// <returns>False for an outage; any other refusal would be a loss.</returns>
    private static async Task<bool> IsDoneAsync(Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        using var response = await sending;
        if (response.StatusCode == expected) return true;
        Assert.True((int)response.StatusCode >= 500, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return false;
    }

    /// <summary>Of a WAV file at 16 kHz in 16 bits whose length is not known yet.</summary>
    private static byte[] Header()
    {
        var header = new byte[44];
        "RIFF....WAVEfmt "u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), uint.MaxValue);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), 16000);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 32000);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), uint.MaxValue);
        return header;
    }
}
