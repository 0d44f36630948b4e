namespace Kipu.AudioWorker;

/// <summary>How the recording of the current step is to be analysed; Recordings knows.</summary>
internal sealed class BriefClient(HttpClient recordings)
{
    public async Task<RecordingBrief> ReadAsync(Guid recordingId, CancellationToken cancellationToken) =>
        (await recordings.GetFromJsonAsync<RecordingBrief>(new Uri($"/internal/recordings/{recordingId}/brief", UriKind.Relative), cancellationToken))!;
}
