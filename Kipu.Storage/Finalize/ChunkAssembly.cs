using System.IO.Pipelines;
using System.Security.Cryptography;
using Amazon.S3.Model;

namespace Kipu.Storage;

/// <summary>The chunks of a recording, in order, as one stream; each is checked against the digest it was acknowledged with.</summary>
internal sealed class ChunkAssembly(ObjectStore store, ChunkRows rows)
{
    /// <summary>Requests that are under way ahead of the reader: chunks of some hundred kilobytes are bound by the store's answers, not by bytes.</summary>
    private const int Ahead = 8;

    /// <summary>Hands the joined bytes to the reader as they come.</summary>
    public async Task<T> ReadAsync<T>(IReadOnlyList<Chunk> chunks, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pipe = new Pipe();
        var copy = CopyAsync(chunks, pipe.Writer, stop.Token);
        try
        {
            return await read(pipe.Reader.AsStream());
        }
        finally
        {
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await copy;
        }
    }

    /// <remarks>What goes wrong here reaches the reader through the pipe.</remarks>
    private async Task CopyAsync(IReadOnlyList<Chunk> chunks, PipeWriter output, CancellationToken cancellationToken)
    {
        var requests = new Queue<Task<GetObjectResponse>>();
        Exception? failure = null;
        try
        {
            var stored = new Queue<string>(chunks.Where(c => !c.LiesInRow).Select(c => c.ObjectKey));
            await using var inRows = rows.ReadAsync(chunks.Where(c => c.LiesInRow), cancellationToken).GetAsyncEnumerator(cancellationToken);
            foreach (var chunk in chunks)
            {
                if (chunk.LiesInRow)
                {
                    await inRows.MoveNextAsync();
                    if ((await output.WriteAsync(inRows.Current, cancellationToken)).IsCompleted) break;
                    continue;
                }

                while (requests.Count < Ahead && stored.TryDequeue(out var key))
                {
                    requests.Enqueue(store.Client.GetObjectAsync(store.Bucket, key, cancellationToken));
                }

                using var response = await requests.Dequeue();
                if (!await CopyAsync(chunk, response.ResponseStream, output, cancellationToken)) break;
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = exception;
        }

        await output.CompleteAsync(failure);
        foreach (var request in requests) await DiscardAsync(request);
    }

    /// <returns>False when the reader wants no more.</returns>
    private static async Task<bool> CopyAsync(Chunk chunk, Stream content, PipeWriter output, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (true)
        {
            var memory = output.GetMemory(64 * 1024);
            var read = await content.ReadAsync(memory, cancellationToken);
            if (read == 0) break;
            digest.AppendData(memory.Span[..read]);
            output.Advance(read);
            if ((await output.FlushAsync(cancellationToken)).IsCompleted) return false;
        }

        chunk.Check(digest.GetHashAndReset());
        return true;
    }

    private static async Task DiscardAsync(Task<GetObjectResponse> request)
    {
        // Waits without throwing: an answer that nobody reads must be closed, a failure of one doesn't matter any more.
        await ((Task)request).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (request.IsCompletedSuccessfully) (await request).Dispose();
    }
}
