using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Kipu.Recordings;

/// <summary>A recording's analysis as a file.</summary>
internal static class ExportEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings/{id:guid}").WithTags("Exports").RequireTenant();
        recordings.MapGet("/export", Export)
            .Produces<Stream>(200, "text/markdown", "text/plain", "application/x-subrip", "text/vtt", "application/json", Word)
            .ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady, CommonErrors.InvalidRequest);
    }

    /// <summary>Downloads title, summary, decisions, action items and transcript as a file; subtitles hold the transcript only.</summary>
    /// <param name="id">The recording.</param>
    /// <param name="format"><c>md</c>, <c>txt</c>, <c>srt</c>, <c>vtt</c>, <c>json</c> or <c>docx</c>.</param>
    /// <param name="db">The database.</param>
    /// <param name="json">How the API writes JSON.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        Guid id, string? format, RecordingsDbContext db, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        if (format is not ("md" or "txt" or "srt" or "vtt" or "json" or "docx"))
        {
            return CommonErrors.InvalidRequest.With("format is md, txt, srt, vtt, json or docx.").ToProblem();
        }

        var (recording, analysis, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        if (analysis is null) return refusal!;

        var document = await db.WholeAsync(analysis, cancellationToken);
        var exported = new ExportedRecording(recording!.Title, recording.CreatedAt, document);
        var (content, type) = format switch
        {
            "md" => (Encoding.UTF8.GetBytes(MarkdownExport.Write(exported)), "text/markdown; charset=utf-8"),
            "txt" => (Encoding.UTF8.GetBytes(TextExport.Write(exported)), "text/plain; charset=utf-8"),
            "srt" => (Encoding.UTF8.GetBytes(SubtitleExport.WriteSubRip(exported)), "application/x-subrip; charset=utf-8"),
            "vtt" => (Encoding.UTF8.GetBytes(SubtitleExport.WriteWebVtt(exported)), "text/vtt; charset=utf-8"),
            "docx" => (WordExport.Write(exported), Word),
            _ => (JsonSerializer.SerializeToUtf8Bytes(new RecordingExport(recording.ToDetails(), document), json.Value.SerializerOptions),
            "application/json"),
        };
        return TypedResults.File(content, type, $"{NameOf(recording.Title)}.{format}");
    }

    /// <summary>The title as far as every file system takes it.</summary>
    internal static string NameOf(string title)
    {
        var name = string.Concat(title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c))
            .Trim(' ', '.');
        return name.Length > 0 ? name : "recording";
    }
}
