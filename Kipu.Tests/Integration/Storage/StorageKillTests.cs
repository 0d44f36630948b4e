using System.Net;
using System.Net.Http.Headers;

namespace Kipu.Tests;

[Collection(Chaos.Name)]
public sealed class StorageKillTests(KipuSystem kipu)
{
    [Fact]
    public async Task What_was_acknowledged_before_storage_is_killed_in_mid_upload_is_there_and_the_rest_can_follow()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = Some.RecordingId();
        byte[][] chunks = [.. Enumerable.Range(0, 4).Select(_ => Some.Audio(bytes: 100_000))];
        for (var i = 0; i < 3; i++) await (await tenant.SendChunkAsync(recording, i, chunks[i])).ReadAsync<ChunkReceipt>();
        using var body = new SlowContent(chunks[3]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/chunks/{recording}") { Content = body };
        request.Headers.Add("x-chunk-index", "3");
        var sending = tenant.Client.SendAsync(request);
        await body.HalfSent;

        await kipu.KillAsync("storage");
        body.SendRest();
        var outcome = await OutcomeAsync(sending);
        await kipu.StartAsync("storage");

        Assert.NotEqual(HttpStatusCode.OK, outcome);
        var listing = await (await tenant.Client.GetAsync($"/api/chunks/{recording}")).ReadAsync<ChunkListing>();
        Assert.Equal([[0, 2]], listing.Received);
        await (await tenant.SendChunkAsync(recording, 3, chunks[3])).ReadAsync<ChunkReceipt>();
        byte[] whole = [.. chunks.SelectMany(c => c)];
        Assert.Equal(HttpStatusCode.Accepted, (await tenant.FinalizeAsync(recording, 4, TestTenant.Sha256(whole))).StatusCode);
    }

    /// <returns>Null when the connection broke.</returns>
    private static async Task<HttpStatusCode?> OutcomeAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            using var response = await sending;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A body that stops in the middle until it is told to go on.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly byte[] _content;
        private readonly TaskCompletionSource _halfSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowContent(byte[] content)
        {
            _content = content;
            Headers.ContentType = new MediaTypeHeaderValue("audio/webm");
        }

        public Task HalfSent => _halfSent.Task;

        public void SendRest() => _rest.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_content.AsMemory(0, _content.Length / 2));
            await stream.FlushAsync();
            _halfSent.TrySetResult();
            await _rest.Task;
            await stream.WriteAsync(_content.AsMemory(_content.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Length;
            return true;
        }
    }
}
