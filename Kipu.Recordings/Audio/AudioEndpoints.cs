using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kipu.Recordings;

/// <summary>Where the outside reaches Kipu.</summary>
internal sealed class PublicOptions
{
    /// <summary>The gateway's address as a browser sees it.</summary>
    [Required, Url]
    public required string PublicUrl { get; init; }
}

internal static class AudioEndpoints
{
    private static readonly string[] Passed =
    [
        HeaderNames.ContentLength, HeaderNames.ContentRange, HeaderNames.AcceptRanges, HeaderNames.ETag, HeaderNames.LastModified,
    ];

    public static void AddAudio(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PublicOptions>().BindConfiguration("Kipu").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<AudioTickets>();
        // A redirect is for the client.
        builder.AddInternalClient<StoredObjects, StoredObjects>("storage")
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public static void MapAudio(this IEndpointRouteBuilder routes)
    {
        var recordings = routes.MapGroup("/api/recordings/{id:guid}").WithTags("Audio");
        recordings.MapMethods("/audio", [HttpMethods.Get, HttpMethods.Head], GetAudio).RequireTenant().ProducesAudio();
        recordings.MapPost("/audio/ticket", IssueTicket).RequireTenant().OnlyReads().ProducesError(RecordingErrors.NotFound);
        recordings.MapMethods("/audio/stream", [HttpMethods.Get, HttpMethods.Head], StreamAudio)
            .AllowPublic("The signed ticket in the URL is the credential: it names the organization, one recording and an expiry.")
            .ProducesAudio().Produces(307).ProducesError(RecordingErrors.InvalidTicket);
        recordings.MapGet("/waveform", GetWaveform).RequireTenant().Produces<Waveform>().Produces(304)
            .ProducesError(RecordingErrors.NotFound, RecordingErrors.WaveformNotReady);
    }

    private static RouteHandlerBuilder ProducesAudio(this RouteHandlerBuilder builder) => builder
        .Produces<Stream>(200, "audio/webm").Produces<Stream>(206, "audio/webm").Produces(304)
        .ProducesError(
            RecordingErrors.NotFound, RecordingErrors.AudioNotReady, RecordingErrors.AudioNotFound, RecordingErrors.RangeNotSatisfiable);

    /// <summary>Plays a recording, in ranges if asked: the remuxed audio, and until there is one the audio as it was recorded.</summary>
    public static Task GetAudio(Guid id, HttpContext context, StoredObjects objects, IServiceScopeFactory scopes) =>
        SendAudioAsync(id, context, objects, scopes);

    /// <summary>Makes a URL for an audio element, which can't send credentials. It works for an hour, for this recording only.</summary>
    public static async Task<Results<Ok<AudioTicket>, ProblemHttpResult>> IssueTicket(
        Guid id, RecordingsDbContext db, TenantContext tenant, AudioTickets tickets, IOptions<PublicOptions> options, CancellationToken cancellationToken)
    {
        if (!await db.Recordings.AnyAsync(r => r.Id == id, cancellationToken)) return RecordingErrors.NotFound.ToProblem();

        return TypedResults.Ok(tickets.Issue(tenant.OrganizationId, id, options.Value));
    }

    /// <summary>
    /// Plays a recording to whoever holds a ticket for it. Where browsers reach the object store, they are sent there for the playback file.
    /// </summary>
    public static async Task StreamAudio(
        Guid id, string? ticket, HttpContext context, AudioTickets tickets, StoredObjects objects, IServiceScopeFactory scopes)
    {
        if (tickets.Check(ticket, id) is not { } organizationId)
        {
            await RecordingErrors.InvalidTicket.ToProblem().ExecuteAsync(context);
            return;
        }

        using (TenantScope.EnterOrganization(organizationId))
        {
            await SendAudioAsync(id, context, objects, scopes, mayRedirect: HttpMethods.IsGet(context.Request.Method));
        }
    }

    /// <summary>Shows the audio's outline: peaks and silences.</summary>
    public static async Task GetWaveform(Guid id, HttpContext context, StoredObjects objects, IServiceScopeFactory scopes)
    {
        if (await FindAsync(scopes, id, context) is not { } recording) return;

        using var waveform = await objects.OpenAsync(id, StoredObjects.Waveform, context.Request, mayRedirect: false, context.RequestAborted);
        if (waveform is null)
        {
            await RecordingErrors.WaveformNotReady.ToProblem(recording).ExecuteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        await PassAsync(waveform, context, "application/json");
    }

    /// <remarks>A client with credentials is never redirected: it would send them along.</remarks>
    private static async Task SendAudioAsync(
        Guid id, HttpContext context, StoredObjects objects, IServiceScopeFactory scopes, bool mayRedirect = false)
    {
        if (await FindAsync(scopes, id, context) is not { } recording) return;

        using var audio = await objects.OpenAsync(id, StoredObjects.Playback, context.Request, mayRedirect, context.RequestAborted)
            ?? await objects.OpenAsync(id, StoredObjects.Master, context.Request, mayRedirect: false, context.RequestAborted);
        if (audio is null)
        {
            var isOnItsWay = recording.Status is RecordingStatus.Recording or RecordingStatus.Paused;
            await (isOnItsWay ? RecordingErrors.AudioNotReady.ToProblem(recording) : RecordingErrors.AudioNotFound.ToProblem()).ExecuteAsync(context);
            return;
        }

        if (audio.StatusCode is HttpStatusCode.TemporaryRedirect)
        {
            context.Response.Headers.CacheControl = "no-store";
            await TypedResults.Redirect(audio.Headers.Location!.OriginalString, preserveMethod: true).ExecuteAsync(context);
            return;
        }

        // What was uploaded says of itself what it is: nothing but sound and pictures is handed to a browser as such.
        var type = audio.Content.Headers.ContentType?.ToString();
        var isMedia = type is not null && (type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase));
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.AcceptRanges = "bytes";
        await PassAsync(audio, context, isMedia ? type! : "application/octet-stream");
    }

    /// <remarks>Looks in a context of its own, which ends before the audio begins to flow: it would keep a transaction open as long as somebody listens.</remarks>
    private static async Task<Recording?> FindAsync(IServiceScopeFactory scopes, Guid id, HttpContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RecordingsDbContext>();
        var recording = await db.Recordings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, context.RequestAborted);
        if (recording is null) await RecordingErrors.NotFound.ToProblem().ExecuteAsync(context);
        return recording;
    }

    private static async Task PassAsync(HttpResponseMessage stored, HttpContext context, string contentType)
    {
        var response = context.Response;
        response.StatusCode = (int)stored.StatusCode;
        response.Headers.XContentTypeOptions = "nosniff";
        foreach (var name in Passed)
        {
            if (stored.Headers.TryGetValues(name, out var values) || stored.Content.Headers.TryGetValues(name, out values))
            {
                response.Headers[name] = values.ToArray();
            }
        }

        if (response.StatusCode is StatusCodes.Status304NotModified or StatusCodes.Status416RangeNotSatisfiable)
        {
            response.Headers.ContentLength = null;
            if (response.StatusCode is StatusCodes.Status416RangeNotSatisfiable)
            {
                await RecordingErrors.RangeNotSatisfiable.ToProblem().ExecuteAsync(context);
            }

            return;
        }

        response.ContentType = contentType;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await stored.Content.CopyToAsync(response.Body, context.RequestAborted);
    }
}
