namespace Kipu.Speech;

/// <summary>Listens to recordings without any service outside this machine.</summary>
public sealed class SpeechEngine
{
    /// <summary>Decodes a local file of untrusted media once and tells what its sound alone tells, in memory that doesn't grow with it.</summary>
    /// <param name="file">The local path.</param>
    /// <param name="options">Which part.</param>
    /// <param name="progress">0 to 1, when the file declares its length.</param>
    /// <param name="cancellationToken">Ends the decoder too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public Task<MeasuredAudio> MeasureAsync(
        string file, MeasureOptions options, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Finds the words in a part of a file that was measured before.</summary>
    /// <param name="file">The local path.</param>
    /// <param name="options">The part, its speech and its turns.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends decoder and recogniser too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public Task<Transcription> TranscribeAsync(
        string file, TranscribeOptions options, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Measures, transcribes and reads a local file of untrusted media.</summary>
    /// <param name="file">The local path.</param>
    /// <param name="options">Which part, and what is known about it.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends decoder and recogniser too.</param>
    /// <exception cref="MediaRefusedException">The file can't be listened to.</exception>
    public Task<HeardRecording> ListenAsync(
        string file, ListenOptions options, IProgress<double>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
