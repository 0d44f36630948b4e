namespace Kipu.Speech;

/// <summary>Tells whether a program that ended badly over a file did so because of the file.</summary>
internal static class MediaFailures
{
    // 128 and the signal: processor time, size of a file. ffmpeg ends in order when it is asked to, with its own code, whoever asks.
    private const int OutOfTime = 128 + 24;
    private const int FileTooLarge = 128 + 25;
    private const int AskedToEnd = 255;

    // The program could not be started; it was hung up, interrupted, killed (also by a kernel out of memory), or terminated.
    private static readonly int[] Foreign = [126, 127, 128 + 1, 128 + 2, 128 + 9, 128 + 15, AskedToEnd];

    public static Exception Of(ChildProcess program, int exit, Container container)
    {
        if (IsTooExpensive(program, exit))
        {
            return new MediaRefusedException(MediaRefusal.MediaTooExpensive, $"Decoding the {container.Name} file took more than is allowed.");
        }

        return IsForeign(program, exit)
            ? new MediaInterruptedException($"The work on a {container.Name} file was interrupted (exit code {exit}).")
            : new MediaRefusedException(MediaRefusal.UnreadableMedia, $"Nothing of the {container.Name} file can be decoded.");
    }

    /// <summary>
    /// Whether the machine ended the program, or had no room for what it wrote: the file may be as it should. ffmpeg ends with 0 when only the
    /// last bytes found no room.
    /// </summary>
    public static bool IsForeign(ChildProcess program, int exit) => !IsTooExpensive(program, exit)
        && (program.IsOverdue || Foreign.Contains(exit) || program.Errors.Any(IsNoRoom));

    private static bool IsTooExpensive(ChildProcess program, int exit) =>
        exit is OutOfTime or FileTooLarge || (exit is AskedToEnd && MayBeOutOfTime(program));

    /// <summary>In less time than this even all processors together don't use up what is allowed.</summary>
    private static bool MayBeOutOfTime(ChildProcess program) => program.Age.TotalSeconds >= (double)Fence.CpuSeconds / Environment.ProcessorCount;

    private static bool IsNoRoom(string line) =>
        line.Contains("No space left on device", StringComparison.Ordinal) || line.Contains("Disk quota exceeded", StringComparison.Ordinal);
}
