using System.Net;
using System.Net.Http.Headers;

namespace Kipu.Tests;

/// <summary>A body that stops somewhere until it is told to go on.</summary>
/// <param name="content">All of it.</param>
/// <param name="stopAt">After how many bytes it stops.</param>
internal sealed class SlowContent(byte[] content, int stopAt) : HttpContent
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When what comes before the stop is sent.</summary>
    public Task Begun => _begun.Task;

    public void SendRest() => _rest.TrySetResult();

    public static SlowContent Of(byte[] content, int stopAt, string type) =>
        new(content, stopAt) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    /// <returns>Null when the connection broke.</returns>
    public static async Task<HttpStatusCode?> OutcomeAsync(Task<HttpResponseMessage> sending)
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

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(content.AsMemory(0, stopAt));
        await stream.FlushAsync();
        _begun.TrySetResult();
        await _rest.Task;
        await stream.WriteAsync(content.AsMemory(stopAt));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Length;
        return true;
    }
}
