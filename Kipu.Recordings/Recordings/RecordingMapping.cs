namespace Kipu.Recordings;

internal static class RecordingMapping
{
    public static RecordingSummary ToSummary(this Recording recording, IReadOnlyList<SearchHit>? hits = null) => new(
        recording.Id, recording.Title, recording.Status, recording.Stage, recording.Progress, recording.Error,
        recording.CreatedAt, recording.DurationSeconds, recording.SpokenLanguage, recording.ExecutiveSummary, recording.Decisions,
        recording.OpenActionItems, recording.Speakers, recording.Tags, recording.UserId, hits);

    public static RecordingStatusInfo ToStatus(this Recording recording) => new(
        recording.Id, recording.Status, recording.Stage, recording.Progress, recording.Error, recording.UpdatedAt);
}
