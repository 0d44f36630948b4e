using System.Linq.Expressions;

namespace Kipu.Recordings;

internal static class RecordingMapping
{
    /// <summary>A row of the list. Only what it names is read from the database: markers may be many times the rest.</summary>
    public static readonly Expression<Func<Recording, RecordingSummary>> Row = recording => new RecordingSummary(
        recording.Id, recording.Title, recording.Status, recording.Stage, recording.Progress, recording.Error,
        recording.CreatedAt, recording.DurationSeconds,
        recording.Language ?? (recording.RequestedLanguage == Recording.AnyLanguage ? null : recording.RequestedLanguage),
        recording.ExecutiveSummary, recording.Decisions, recording.OpenActionItems, recording.Speakers, recording.Tags, recording.Category,
        recording.UserId, recording.DeletedAt, null, null, recording.OutputLanguage, recording.Template);

    private static readonly Func<Recording, RecordingSummary> RowOf = Row.Compile();

    public static RecordingSummary ToSummary(this Recording recording) => RowOf(recording);

    /// <summary>As the list shows it, with what only a single recording tells.</summary>
    public static RecordingSummary ToDetails(this Recording recording) => recording.ToSummary() with { Markers = recording.Markers };

    public static RecordingStatusInfo ToStatus(this Recording recording) => new(
        recording.Id, recording.Status, recording.Stage, recording.Progress, recording.Error, recording.UpdatedAt);
}
