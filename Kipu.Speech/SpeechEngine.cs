namespace Kipu.Speech;

/// <summary>Listens to recordings without any service outside this machine.</summary>
public sealed class SpeechEngine
{
    private readonly Fence _fence;
    private readonly IMediaTools _media;
    // Decoding and measuring take about this share of a whole listening with pocketsphinx.
    private const double MeasuringShare = 0.2;
    // Half a second is how containers round.
    private const double CappingTolerance = 0.5;

    private readonly SileroModel _silero;
    private readonly Listening _listening;

    internal SpeechEngine(Fence fence, IMediaTools media, SileroModel silero, Listening listening)
    {
        (_fence, _media, _silero, _listening) = (fence, media, silero, listening);
    }

    /// <summary>Decodes a local file of untrusted media once and tells what its sound alone tells, in memory that hardly grows with
    /// it.</summary>
    /// <param name="file">The local path.</param>
    /// <param name="options">Which part.</param>
    /// <param name="progress">0 to 1, when the file declares its length.</param>
    /// <param name="cancellationToken">Ends the decoder too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public async Task<MeasuredAudio> MeasureAsync(
        string file, MeasureOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var from = options.From ?? 0;
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        if (options.To <= from) throw new ArgumentException("A part has to end after it begins.", nameof(options));

        var info = await _media.ProbeAsync(file, cancellationToken);
        var asked = Math.Min(options.To ?? double.MaxValue, from + options.MaxSeconds) - from;
        double? expected = info.DeclaredSeconds is { } declared ? Math.Max(0, Math.Min(declared - from, asked)) : null;

        await using var decoding = await Decoding.StartAsync(_fence, file, Math.Clamp(info.Channels, 1, 2), from, asked, cancellationToken);
        using var pass = new SoundPass(_silero.CreateDetector(), decoding.Channels, from);
        while (await decoding.ReadAsync(cancellationToken) is { Length: > 0 } block)
        {
            pass.Add(block);
            if (expected is > 0) progress?.Report(Math.Min(1, decoding.SecondsRead / expected.Value));
        }
        var partial = await decoding.IsPartialAsync(expected, cancellationToken);
        var found = pass.Finish(decoding.SecondsRead, options.Speakers);
        progress?.Report(1);

        // What a header promises is no sound: only what was read to the cap was cut off there.
        var capped = options.To is null && decoding.SecondsRead >= options.MaxSeconds - CappingTolerance
            && !(info.DeclaredSeconds - from <= options.MaxSeconds + CappingTolerance);
        return new MeasuredAudio(
            new Measures(
                info.Container, info.Codec, info.SampleRate, info.Channels, Math.Round(decoding.SecondsRead, 3), info.DeclaredSeconds,
                Rounded(found.LoudnessLufs), Rounded(found.TruePeakDbtp), found.Waveform),
            new Activity(_silero.Name, Math.Round(found.Speech.Sum(range => range.Seconds), 3), found.Speech, found.Silences),
            found.Voices,
            partial,
            [.. Reasons()]);

        IEnumerable<string> Reasons()
        {
            if (partial) yield return Reason.Partial;
            if (capped) yield return Reason.LengthCapped;
            if (_silero.Name == "level") yield return Reason.LevelOnly;
            if (found.Speech.Count == 0) yield return Reason.NoSpeech;
        }

        static double? Rounded(double? value) => value is null ? null : Math.Round(value.Value, 2);
    }

    /// <summary>Finds the words in a part of a file that was measured before.</summary>
    /// <param name="file">The local path.</param>
    /// <param name="options">The part, its speech and its turns.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends decoder and recogniser too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public async Task<Transcription> TranscribeAsync(
        string file, TranscribeOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var heard = await _listening.TranscribeAsync(file, options, progress, cancellationToken);
        progress?.Report(1);
        return new Transcription(heard.Transcript, heard.Report(_silero.Name, partial: false, []), heard.Unheard);
    }

    /// <summary>Measures, transcribes and reads a local file of untrusted media.</summary>
    /// <remarks>
    /// The speech lies in the temporary folder meanwhile, 115 MB an hour. Longer recordings are better measured once, cut by
    /// <see cref="SegmentPlan"/> and transcribed segment by segment.
    /// </remarks>
    /// <param name="file">The local path.</param>
    /// <param name="options">Which part, and what is known about it.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends decoder and recogniser too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public async Task<HeardRecording> ListenAsync(
        string file, ListenOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var measured = await MeasureAsync(file, options, Part(progress, 0, MeasuringShare), cancellationToken);
        var heard = await _listening.TranscribeAsync(
            file,
            new TranscribeOptions
            {
                From = options.From,
                To = options.To,
                Speech = measured.Activity.Speech,
                Turns = measured.Voices.Turns,
                Language = options.Language,
                Terms = options.Terms,
            },
            Part(progress, MeasuringShare, 1), cancellationToken);
        var reading = heard.Transcript is null
            ? null
            : Reader.Read(heard.Transcript.Segments, heard.Transcript.Language, options.MeetingDate);
        progress?.Report(1);
        return new HeardRecording(
            measured.Measures, measured.Activity, measured.Voices, heard.Transcript, reading,
            heard.Report(measured.Activity.Vad, measured.Partial, measured.Reasons));
    }

    private static SharedProgress? Part(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new SharedProgress(whole, from, to);
}
