namespace Kipu.Speech;

/// <summary>What a file is by its own bytes.</summary>
/// <param name="Container">webm, ogg, mp4, mp3, flac or wav.</param>
/// <param name="Codec">ffmpeg's name of the first audio stream's codec.</param>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="Channels">Channels of the first audio stream.</param>
/// <param name="DeclaredSeconds">The length by its header; null when it declares none.</param>
/// <param name="HasVideo">Pictures are never decoded.</param>
public sealed record MediaInfo(string Container, string Codec, int SampleRate, int Channels, double? DeclaredSeconds, bool HasVideo);

/// <summary>A file made for players: with its length and an index for seeking.</summary>
/// <param name="ContentType">The media type to serve it with.</param>
/// <param name="Extension">webm, ogg, m4a, mp3, flac or wav.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Copied">True when the packets were copied; false when they had to be encoded anew.</param>
public sealed record MasterFile(string ContentType, string Extension, double Seconds, bool Copied);

/// <summary>
/// What is done to untrusted media, each in a fenced child process. A <see cref="MediaInterruptedException"/> says nothing of the file.
/// </summary>
public interface IMediaTools
{
    /// <summary>Looks at a file's first bytes and its streams.</summary>
    /// <exception cref="MediaRefusedException">It isn't audio that is accepted.</exception>
    Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken);

    /// <summary>Writes a part as 16 kHz mono FLAC.</summary>
    /// <returns>Seconds written.</returns>
    /// <exception cref="MediaRefusedException">Nothing of the part can be decoded.</exception>
    Task<double> CutAsync(string file, TimeRange part, string outFile, CancellationToken cancellationToken);

    /// <summary>Writes the master that players get: packets copied into a container with length and index, encoded anew only if they
    /// can't be.</summary>
    /// <exception cref="MediaRefusedException">Nothing of it can be read.</exception>
    Task<MasterFile> RemuxAsync(string file, string outFile, CancellationToken cancellationToken);
}
