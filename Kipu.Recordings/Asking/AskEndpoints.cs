using Kipu.Gemini;

namespace Kipu.Recordings;

/// <summary>Questions about what was said: in one recording, or in all of an organization's.</summary>
internal static class AskEndpoints
{
    /// <summary>Adds the engine that <c>Analysis:Engine</c> names, as for the analysis.</summary>
    public static void AddAsking(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AnswerQuestion>();
        if (builder.Configuration["Analysis:Engine"] is "embedded")
        {
            builder.Services.AddSingleton<IAnswerer, PassageAnswerer>();
            return;
        }

        builder.Services.AddGemini(builder.Configuration);
        builder.Services.AddSingleton<IAnswerer, GeminiAnswerer>();
    }

    public static void MapAsking(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings").WithTags("Questions").RequireTenant();
        recordings.MapPost("/ask", AskAll).Produces<string>(200, "text/event-stream").ProducesError(CommonErrors.ValidationFailed);
        recordings.MapPost("/{id:guid}/ask", Ask).Produces<string>(200, "text/event-stream")
            .ProducesError(RecordingErrors.NotFound, RecordingErrors.NotReady, CommonErrors.ValidationFailed);
    }

    /// <summary>Answers a question from all recordings, as server-sent events: <c>words</c> as they come, then <c>citations</c>.</summary>
    public static Task AskAll(
        AskRequest request, HttpContext context, RecordingsDbContext db, AnswerQuestion answer, CancellationToken cancellationToken) =>
        AnswerAsync(request, null, context, db, answer, cancellationToken);

    /// <summary>Answers a question from one recording, as server-sent events: <c>words</c> as they come, then <c>citations</c>.</summary>
    public static async Task Ask(
        Guid id, AskRequest request, HttpContext context, RecordingsDbContext db, AnswerQuestion answer,
        CancellationToken cancellationToken)
    {
        var (_, _, refusal) = await db.FindAnalysisAsync(id, cancellationToken);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await AnswerAsync(request, id, context, db, answer, cancellationToken);
    }

    private static async Task AnswerAsync(
        AskRequest request, Guid? recordingId, HttpContext context, RecordingsDbContext db, AnswerQuestion answer,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Question))
        {
            await RecordingErrors.Invalid("question", "The question has no visible character.").ExecuteAsync(context);
            return;
        }

        var passages = await Passages.FindAsync(db, request.Question, recordingId, cancellationToken);
        // An answer takes seconds: the connection must not wait for it.
        await db.EndReadingAsync();
        await answer.SendAsync(request.Question, passages, context.Response, cancellationToken);
    }
}
