namespace Kipu.Speech;

/// <summary>Decodes a file once more and writes each utterance's sound into a scratch folder, which goes with it.</summary>
internal sealed class UtteranceCutter(string? scratchFolder) : IDisposable
{
    private readonly DirectoryInfo _folder = scratchFolder is null
        ? Directory.CreateTempSubdirectory("kipu-speech-")
        : Directory.CreateDirectory(Path.Combine(scratchFolder, $"speech-{Guid.CreateVersion7():N}"));

    public string Folder => _folder.FullName;

    public async Task<IReadOnlyList<Utterance>> CutAsync(
        Fence fence, string file, IReadOnlyList<Utterance> plan, CancellationToken cancellationToken)
    {
        var (from, to) = (plan.Min(u => u.Range.Start), plan.Max(u => u.Range.End));
        var channels = plan.Any(u => u.Channel is not null) ? 2 : 1;
        await using var decoding = await Decoding.StartAsync(fence, file, channels, from, to - from, cancellationToken);

        var waiting = new Queue<Utterance>(plan);
        var open = new List<(Utterance Utterance, FileStream Stream)>();
        try
        {
            while (await decoding.ReadAsync(cancellationToken) is { Length: > 0 } block)
            {
                var blockEnd = from + decoding.SecondsRead;
                var blockStart = blockEnd - ((double)block.Length / channels / Pcm.Rate);
                while (waiting.TryPeek(out var next) && next.Range.Start < blockEnd)
                {
                    open.Add((waiting.Dequeue(), new FileStream(PathOf(next), FileMode.Create)));
                }
                foreach (var (utterance, stream) in open)
                {
                    await stream.WriteAsync(Part(block, channels, blockStart, utterance), cancellationToken);
                }
                foreach (var (_, stream) in open.Where(u => u.Utterance.Range.End <= blockEnd)) await stream.DisposeAsync();
                open.RemoveAll(u => u.Utterance.Range.End <= blockEnd);
            }
            await decoding.EndAsync(cancellationToken);
        }
        finally
        {
            foreach (var (_, stream) in open) await stream.DisposeAsync();
        }
        return [.. plan.Select(u => u with { File = PathOf(u) }).Where(u => File.Exists(u.File))];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(Utterance utterance) => Path.Combine(Folder, $"{utterance.Index:D6}.raw");

    /// <summary>The utterance's samples in this block: its own channel's, or the middle of both.</summary>
    private static byte[] Part(float[] block, int channels, double blockStart, Utterance utterance)
    {
        var frames = block.Length / channels;
        var first = Math.Clamp((int)((utterance.Range.Start - blockStart) * Pcm.Rate), 0, frames);
        var last = Math.Clamp((int)((utterance.Range.End - blockStart) * Pcm.Rate), 0, frames);
        var part = new float[last - first];
        for (var i = first; i < last; i++)
        {
            var (left, right) = (block[i * channels], block[(i * channels) + channels - 1]);
            part[i - first] = utterance.Channel switch { 0 => left, 1 => right, _ => (left + right) / 2 };
        }
        return Pcm.ToBytes(part);
    }
}
