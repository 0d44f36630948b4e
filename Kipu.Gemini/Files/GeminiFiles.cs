using System.Buffers;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>Gemini's Files API: audio too large to be sent inline. Not part of Vertex AI.</summary>
public sealed class GeminiFiles
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(5);

    private readonly GeminiTransport _transport;
    private readonly GeminiRetry _retry;
    private readonly GeminiAddress _address;
    private readonly IOptions<GeminiOptions> _options;
    private readonly TimeProvider _time;

    internal GeminiFiles(
        GeminiTransport transport, GeminiRetry retry, GeminiAddress address, IOptions<GeminiOptions> options, TimeProvider time)
    {
        (_transport, _retry, _address, _options, _time) = (transport, retry, address, options, time);
    }

    /// <summary>
    /// Uploads in chunks of 8 MiB; after a cut it goes on where Gemini says it has got to. The file may still be
    /// processing: see <see cref="WaitUntilActiveAsync"/>.
    /// </summary>
    /// <param name="content">The bytes, from its present position on. Seekable, if an upload that Gemini forgot is to start anew.</param>
    /// <param name="length">How many bytes; at least one.</param>
    /// <param name="mimeType">Such as audio/flac.</param>
    /// <param name="displayName">A name for people; it leaves the house, so it tells nothing about a customer.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public async Task<GeminiFile> UploadAsync(
        Stream content, long length, string mimeType, string displayName, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (_address.IsVertex) throw new NotSupportedException("Vertex AI has no Files API: send bytes inline, or a gs:// address.");

        var start = content.CanSeek ? content.Position : 0;
        var buffer = ArrayPool<byte>.Shared.Rent(ResumableUpload.ChunkSize);
        try
        {
            var upload = new ResumableUpload(_transport, _address, _options, _retry, _time);
            try
            {
                return await upload.SendAsync(content, length, mimeType, displayName, buffer, cancellationToken);
            }
            catch (GeminiException exception) when (content.CanSeek && exception.Failure is GeminiFailure.NotFound)
            {
                // The session is gone on Gemini's side; an unfinished upload leaves no file, so once more from the start.
                content.Position = start;
                return await upload.SendAsync(content, length, mimeType, displayName, buffer, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Task<GeminiFile> GetAsync(string name, CancellationToken cancellationToken) => _retry.RunAsync(
        "get_file",
        async token => (await _transport.GetAsync<Wire.File>(_address.File(name), token)).ToFile(),
        cancellationToken);

    /// <summary>Waits until Gemini has processed a file; only then can a request refer to it.</summary>
    /// <exception cref="GeminiException">It couldn't be processed, or not in <see cref="GeminiOptions.ProcessingTimeout"/>.</exception>
    public async Task<GeminiFile> WaitUntilActiveAsync(GeminiFile file, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        for (var pause = FirstPoll; file.State is not GeminiFileState.Active; pause = Min(pause * 1.5, SlowestPoll))
        {
            if (file.State is GeminiFileState.Failed)
            {
                throw new GeminiException(GeminiFailure.InvalidRequest, $"Gemini couldn't process the file: {file.Error ?? "no reason given"}");
            }

            if (_time.GetElapsedTime(started) > _options.Value.ProcessingTimeout)
            {
                throw new GeminiException(GeminiFailure.TimedOut, $"Gemini still processes the file after {_options.Value.ProcessingTimeout}.");
            }

            await Task.Delay(pause, _time, cancellationToken);
            file = await GetAsync(file.Name, cancellationToken);
        }

        return file;

        static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    /// <summary>Deletes a file. One that isn't there any more is as good as deleted.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await _retry.RunAsync("delete_file", token => _transport.CallAsync(
                () => new(HttpMethod.Delete, _address.File(name)),
                _options.Value.TransferTimeout,
                (_, _) => Task.FromResult(true),
                token), cancellationToken);
        }
        catch (GeminiException exception) when (exception.Failure is GeminiFailure.NotFound or GeminiFailure.Forbidden)
        {
            // Gemini answers 403 as well for a file that it doesn't know.
        }
    }
}
