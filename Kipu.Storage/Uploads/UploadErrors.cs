namespace Kipu.Storage;

internal static class UploadErrors
{
    public static readonly ApiError FileMissing = new(400, "file_missing", "The form holds no file named file.");
    public static readonly ApiError FieldsAfterFile = new(400, "fields_after_file",
        "The fields recordingId and title stand before the file in the form.");
    public static readonly ApiError BadRecordingId = new(400, "invalid_recording_id", "recordingId is not a UUID.");
    public static readonly ApiError BadTitle = new(400, "invalid_title", "A title has 1 to 200 characters, and no control characters.");
    public static readonly ApiError InProgress = new(409, "upload_in_progress",
        "The recording's audio comes in already, in another way or not all of it yet. Go on with that, or upload under another id.");
    public static readonly ApiError Gone = new(410, "upload_gone",
        "The upload was given up, or its recording deleted. Begin anew under another id.");
    public static readonly ApiError TooLarge = CommonErrors.PayloadTooLarge.With("The file is larger than one upload may be.");
    public static readonly ApiError UnsupportedMedia = new(415, "unsupported_media",
        "The file is neither WebM, Ogg, MP4, MP3, FLAC nor WAV by its content.");
}
