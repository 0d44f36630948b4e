using Kipu.Gemini;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Recordings;

/// <summary>Sends an answer as it comes, and counts what it cost.</summary>
internal sealed class AnswerQuestion(
    IAnswerer answerer, TenantContext tenant, IDbContextOutbox<RecordingsDbContext> outbox, IOptions<JsonOptions> json, TimeProvider time)
{
    public async Task SendAsync(string question, IReadOnlyList<Passage> passages, HttpResponse response,
        CancellationToken cancellationToken)
    {
        using var meter = GeminiMeter.Begin();
        var (options, events) = (json.Value.SerializerOptions, new ServerSentEvents(response));
        try
        {
            await events.BeginAsync(cancellationToken);
            await foreach (var part in answerer.AnswerAsync(question, passages, cancellationToken))
            {
                if (part.Words.Length > 0) await events.SendAsync("words", null, new AnswerWords(part.Words), options, cancellationToken);
                if (part.End is { } end) await events.SendAsync("citations", null, end, options, cancellationToken);
            }
        }
        catch (GeminiException exception)
        {
            var failure = new AnswerFailure("answer_broken", "The answer broke off. Ask again.", exception.IsTransient);
            await events.SendAsync("error", null, failure, options, cancellationToken);
        }
        finally
        {
            await MeterAsync(meter);
        }
    }

    /// <remarks>Also when the one who asked has gone: what Gemini wrote until then is paid for.</remarks>
    private async Task MeterAsync(GeminiMeter meter)
    {
        var (tokens, microDollars) = meter.Take();
        if (tokens == 0) return;

        await outbox.PublishAsync(
            new UsageMetered(tenant.OrganizationId, Guid.CreateVersion7(), time.GetUtcNow(), 0, 0, tokens, microDollars));
        await outbox.SaveChangesAndFlushMessagesAsync(CancellationToken.None);
    }
}
