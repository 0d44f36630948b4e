namespace Kipu.Recordings;

internal static class RecordingMapping
{
    public static RecordingSummary ToSummary(
        this Recording recording, IReadOnlyList<SearchHit>? hits = null, IReadOnlyList<Marker>? markers = null) => new(
        recording.Id, recording.Title, recording.Status, recording.Stage, recording.Progress, recording.Error,
        recording.CreatedAt, recording.DurationSeconds, recording.SpokenLanguage, recording.ExecutiveSummary, recording.Decisions,
        recording.OpenActionItems, recording.Speakers, recording.Tags, recording.Category, recording.UserId, recording.DeletedAt,
        markers, hits, recording.OutputLanguage, recording.Template);

    /// <summary>As the list shows it, with what only a single recording tells.</summary>
    public static RecordingSummary ToDetails(this Recording recording) => recording.ToSummary(markers: recording.Markers);

    public static RecordingStatusInfo ToStatus(this Recording recording) => new(
        recording.Id, recording.Status, recording.Stage, recording.Progress, recording.Error, recording.UpdatedAt);
}
