using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Recordings;

internal static class RecordingErrors
{
    public static readonly ApiError NotFound = new(404, "recording_not_found", "There is no such recording.");
    public static readonly ApiError NotReady = new(409, "not_ready", "The recording is not analysed yet; recordingStatus says where it stands.");
    public static readonly ApiError InProgress = new(409, "in_progress",
        "The recording is not at rest: it is recorded or processed; recordingStatus says where it stands.");
    public static readonly ApiError NothingFailed = new(409, "nothing_failed", "No part of the analysis has failed: there is nothing to repair.");
    public static readonly ApiError SegmentNotFound = new(404, "segment_not_found", "The transcript has no such segment.");
    public static readonly ApiError SpeakerNotFound = new(404, "speaker_not_found", "Nobody of this id speaks in the recording.");
    public static readonly ApiError ActionItemNotFound = new(404, "action_item_not_found", "The recording has no such action item.");
    public static readonly ApiError TemplateNotFound = new(404, "template_not_found", "The organization has no such template.");
    public static readonly ApiError TemplateInUse = new(409, "template_in_use",
        "The organization's analysis settings name this template: choose another there first.");
    public static readonly ApiError PersonNotFound = new(404, "person_not_found", "No voice was given this name, or it is forgotten already.");
    public static readonly ApiError ShareNotFound = new(404, "share_not_found", "There is no such link: it has expired, or was revoked.");
    public static readonly ApiError InvalidTransition = new(409, "invalid_transition",
        "The recording can't be paused or resumed: it is no longer recorded.");
    public static readonly ApiError InvalidCursor = new(400, "invalid_cursor", "The cursor is not one of ours. Start again without it.");
    public static readonly ApiError InvalidIdempotencyKey = new(400, "invalid_idempotency_key", "An Idempotency-Key has 1 to 100 visible ASCII characters.");
    public static readonly ApiError IdempotencyConflict = new(409, "idempotency_conflict", "This Idempotency-Key was used for a different request.");
    public static readonly ApiError AudioNotReady = new(409, "not_ready", "The audio is not complete yet; recordingStatus says where the recording stands.");
    public static readonly ApiError AudioNotFound = new(404, "audio_not_found", "There is no audio of this recording.");
    public static readonly ApiError RangeNotSatisfiable = new(416, "range_not_satisfiable", "The audio has no such range; Content-Range tells its size.");
    public static readonly ApiError WaveformNotReady = new(409, "not_ready", "The waveform is drawn while the recording is processed; recordingStatus says where it stands.");
    public static readonly ApiError InvalidTicket = new(401, "invalid_ticket", "The ticket is not ours or has expired. Ask for a new one.");

    /// <summary>A refusal that says where the recording stands.</summary>
    public static ProblemHttpResult ToProblem(this ApiError error, Recording recording) =>
        error.ToProblem(new Dictionary<string, object?> { ["recordingStatus"] = recording.Status, ["stage"] = recording.Stage, ["progress"] = recording.Progress });

    public static ProblemHttpResult UnknownTemplate() =>
        Invalid("template", "There is no such template: GET /api/recordings/templates lists those that there are.");

    /// <summary>What attributes can't say of a field.</summary>
    public static ProblemHttpResult Invalid(string field, string why) => CommonErrors.ValidationFailed.ToProblem(
        new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [why] } });
}
