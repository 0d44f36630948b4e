namespace Kipu.Speech;

/// <summary>The file can't be listened to, for a reason that lies in the file.</summary>
/// <param name="code">A stable code of <see cref="MediaRefusal"/>.</param>
/// <param name="message">The reason in words; never holds content of the file.</param>
public sealed class MediaRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>The machine ended the work on a file, or had no room for it: the file may be as it should, and another attempt may succeed.</summary>
public sealed class MediaInterruptedException(string message) : Exception(message);

/// <summary>The codes of <see cref="MediaRefusedException"/>.</summary>
public static class MediaRefusal
{
    /// <summary>Nothing in the file, or a header without a sample behind it.</summary>
    public const string EmptyAudio = "empty_audio";

    /// <summary>Not one of the containers that are accepted: webm, ogg, mp4/m4a, mp3, flac, wav.</summary>
    public const string UnsupportedMedia = "unsupported_media";

    /// <summary>The container is fine and holds no audio stream.</summary>
    public const string NoAudioStream = "no_audio_stream";

    /// <summary>The container is known, yet nothing of it can be decoded: its beginning or its index is missing, or it is
    /// damaged.</summary>
    public const string UnreadableMedia = "unreadable_media";

    /// <summary>Decoding needed more time or memory than any honest file does.</summary>
    public const string MediaTooExpensive = "media_too_expensive";
}
