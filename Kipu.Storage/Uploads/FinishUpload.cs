using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Storage;

/// <summary>Finalizes a file whose announced bytes are all there; one that is no audio after all has failed.</summary>
internal sealed class FinishUpload(FinalizeUpload finalize, FailUpload fail)
{
    public static readonly ProcessingError NoMedia = new(
        UploadErrors.UnsupportedMedia.Code, UploadErrors.UnsupportedMedia.Detail, Retryable: false);

    /// <returns>Why it came to nothing; null when the recording waits for its analysis.</returns>
    public async Task<ProblemHttpResult?> HandleAsync(Guid organizationId, Guid recordingId, CancellationToken cancellationToken)
    {
        var outcome = await finalize.HandleAsync(organizationId, recordingId, new(null, null, null), cancellationToken);
        if (outcome.Result is not ProblemHttpResult problem) return null;
        if (problem.StatusCode is StatusCodes.Status415UnsupportedMediaType)
        {
            await fail.TryAsync(organizationId, recordingId, NoMedia, _ => true, cancellationToken);
        }

        return problem;
    }
}
