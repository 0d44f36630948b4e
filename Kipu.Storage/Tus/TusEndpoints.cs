using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kipu.Storage;

/// <summary>tus 1.0, the protocol of uploads that break off and go on: https://tus.io/protocols/resumable-upload.</summary>
internal static class TusEndpoints
{
    private const string Root = "/api/tus";

    public static void AddTus(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunningAppends>();
        builder.Services.AddScoped<CreateTusUpload>();
        builder.Services.AddScoped<AppendToUpload>();
        builder.Services.AddScoped<JoinParts>();
    }

    /// <summary>tus wants its version on every answer, also on those that come from before the endpoint or from an exception.</summary>
    public static void UseTus(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[TusHeaders.Resumable] = TusHeaders.Version;
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    public static void MapTus(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Root, [HttpMethods.Options], Describe).WithTags("Tus")
            .AllowPublic("What the server of a protocol can do is the same for everybody.");
        var tus = routes.MapGroup(Root).WithTags("Tus").RequireTenant().AddEndpointFilter(SpeakOneVersionAsync)
            .ProducesError(TusErrors.Version);
        tus.MapPost("/", Create)
            // The room that was taken limits it, while it streams.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .ProducesError(
                TusErrors.BadLength, TusErrors.BadMetadata, TusErrors.BadConcat, TusErrors.BadChecksum, UploadErrors.BadRecordingId,
                UploadErrors.BadTitle, CommonErrors.LimitExceeded, CommonErrors.NotFound, TusErrors.PartsIncomplete,
                UploadErrors.InProgress, ChunkErrors.AlreadyFinalized, UploadErrors.Gone, UploadErrors.TooLarge, TusErrors.NotBytes,
                UploadErrors.UnsupportedMedia, TusErrors.ChecksumMismatch);
        tus.MapMethods("/{id:guid}", [HttpMethods.Head], Show).ProducesError(CommonErrors.NotFound, UploadErrors.Gone);
        tus.MapPatch("/{id:guid}", Append).WithMetadata(new DisableRequestSizeLimitAttribute())
            .ProducesError(
                TusErrors.BadOffset, TusErrors.BadChecksum, TusErrors.Joined, CommonErrors.NotFound, TusErrors.OtherOffset, UploadErrors.Gone,
                UploadErrors.TooLarge, TusErrors.NotBytes, UploadErrors.UnsupportedMedia, TusErrors.ChecksumMismatch);
        tus.MapPost("/{id:guid}", Override).WithMetadata(new DisableRequestSizeLimitAttribute()).ExcludeFromDescription();
        tus.MapDelete("/{id:guid}", Terminate).ProducesError(CommonErrors.NotFound, ChunkErrors.AlreadyFinalized, UploadErrors.Gone);
    }

    /// <summary>Tells which version and extensions of tus there are.</summary>
    public static NoContent Describe(HttpResponse response, IOptions<UploadOptions> options)
    {
        response.Headers["Tus-Version"] = TusHeaders.Version;
        response.Headers["Tus-Extension"] = TusHeaders.Extensions;
        response.Headers["Tus-Checksum-Algorithm"] = TusHeaders.Algorithms;
        response.Headers["Tus-Max-Size"] = Text(options.Value.MaxBytes);
        return TypedResults.NoContent();
    }

    /// <summary>Begins an upload, whose address is Location then. Its first bytes may come along.</summary>
    /// <remarks>
    /// Upload-Metadata may hold title and recordingId, a UUID that the client chooses; filename and filetype are kept for the client. With
    /// its last byte the file is a recording that waits for its analysis, as by <c>/api/upload</c>. A partial upload is none: a final
    /// one joins several.
    /// </remarks>
    public static async Task<Results<Created, ProblemHttpResult>> Create(
        HttpContext context, [AsParameters] TusCreationHeaders headers, TenantContext tenant, CreateTusUpload create, JoinParts join,
        AppendToUpload append, IOptions<UploadOptions> options, CancellationToken cancellationToken)
    {
        var (creation, error) = TusCreation.Read(headers, tenant.OrganizationId, options.Value.MaxBytes);
        if (error is not null) return error.ToProblem();

        var (upload, problem) = creation!.Parts is null
            ? await create.HandleAsync(creation, cancellationToken)
            : await join.HandleAsync(creation, cancellationToken);
        // Also with a refusal of the bytes: the upload is there, to go on with or to give up.
        if (upload is not null) context.Response.Headers.Location = $"{Root}/{creation.Id}";
        // Some are stored already when a client repeats a request whose answer it did not get; the offset tells it where to go on.
        if (upload is { Bytes: 0 } && creation.HasBytes)
        {
            (upload, problem) = await append.HandleAsync(
                new(creation.Id, Offset: 0, creation.Checksum), context.Request, cancellationToken);
        }

        if (problem is not null) return problem;
        Tell(context.Response, upload!, options.Value);
        return TypedResults.Created($"{Root}/{creation.Id}");
    }

    /// <summary>Tells how many bytes of an upload are stored.</summary>
    /// <remarks>A request that is still appending to it is cut off: what has arrived of it counts, and nothing more is taken from it.</remarks>
    public static async Task<Results<Ok, ProblemHttpResult>> Show(
        Guid id, HttpResponse response, StorageDbContext db, RunningAppends appends, TenantContext tenant, IOptions<UploadOptions> options,
        CancellationToken cancellationToken)
    {
        await appends.EndAsync(tenant.OrganizationId, id, cancellationToken);
        var upload = await db.FindUploadAsync(tenant.OrganizationId, id, cancellationToken);
        if (upload is { State: UploadState.Gone }) return UploadErrors.Gone.ToProblem();
        if (upload is not { Length: { } length }) return CommonErrors.NotFound.ToProblem();

        Tell(response, upload, options.Value);
        response.Headers[TusHeaders.Length] = Text(length);
        response.Headers.CacheControl = "no-store";
        if (upload.Metadata is not null) response.Headers[TusHeaders.Metadata] = upload.Metadata;
        if (upload.Concat is not null) response.Headers[TusHeaders.Concat] = upload.Concat;
        return TypedResults.Ok();
    }

    /// <summary>Takes the next bytes of an upload. What has arrived when the connection breaks is stored.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="context">The request, and its answer.</param>
    /// <param name="offset">How many bytes are stored already.</param>
    /// <param name="checksum">The digest of the bytes that are sent: all of them are kept, or none.</param>
    /// <param name="append">Takes them.</param>
    /// <param name="options">How long an upload waits.</param>
    /// <param name="cancellationToken">The request's.</param>
    public static async Task<Results<NoContent, ProblemHttpResult>> Append(
        Guid id, HttpContext context, [FromHeader(Name = TusHeaders.Offset)] string? offset,
        [FromHeader(Name = TusHeaders.Checksum)] string? checksum, AppendToUpload append, IOptions<UploadOptions> options,
        CancellationToken cancellationToken)
    {
        if (context.Request.ContentType is not TusHeaders.Bytes) return TusErrors.NotBytes.ToProblem();
        if (TusHeaders.ParseNumber(offset) is not { } at) return TusErrors.BadOffset.ToProblem();
        if (!TusHeaders.TryReadChecksum(checksum, out var digest)) return TusErrors.BadChecksum.ToProblem();

        var (upload, problem) = await append.HandleAsync(new(id, at, digest), context.Request, cancellationToken);
        if (problem is not null) return problem;
        Tell(context.Response, upload!, options.Value);
        return TypedResults.NoContent();
    }

    /// <summary>Gives an upload up: what is stored of it is deleted.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Terminate(
        Guid id, StorageDbContext db, TenantContext tenant, FailUpload fail, CancellationToken cancellationToken)
    {
        var ended = await fail.TryAsync(
            tenant.OrganizationId, id, AbandonedUploads.Reason, u => u.Length is not null, cancellationToken);
        if (ended) return TypedResults.NoContent();

        return await db.FindUploadAsync(tenant.OrganizationId, id, cancellationToken) switch
        {
            { State: UploadState.Gone } => UploadErrors.Gone.ToProblem(),
            { Length: not null } => ChunkErrors.AlreadyFinalized.ToProblem(),
            _ => CommonErrors.NotFound.ToProblem(),
        };
    }

    /// <summary>PATCH and DELETE for clients behind a proxy that knows neither.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Override(
        Guid id, HttpContext context, [FromHeader(Name = "X-HTTP-Method-Override")] string? method,
        [FromHeader(Name = TusHeaders.Offset)] string? offset, [FromHeader(Name = TusHeaders.Checksum)] string? checksum,
        AppendToUpload append, StorageDbContext db, TenantContext tenant, FailUpload fail, IOptions<UploadOptions> options,
        CancellationToken cancellationToken) => method?.ToUpperInvariant() switch
        {
            "PATCH" => await Append(id, context, offset, checksum, append, options, cancellationToken),
            "DELETE" => await Terminate(id, db, tenant, fail, cancellationToken),
            _ => CommonErrors.MethodNotAllowed.ToProblem(),
        };

    private static async ValueTask<object?> SpeakOneVersionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        if (context.HttpContext.Request.Headers[TusHeaders.Resumable] == TusHeaders.Version) return await next(context);
        headers["Tus-Version"] = TusHeaders.Version;
        return TusErrors.Version.ToProblem();
    }

    private static void Tell(HttpResponse response, Upload upload, UploadOptions options)
    {
        response.Headers[TusHeaders.Offset] = Text(upload.Bytes);
        if (upload.EndedAt is null && !(upload.IsWhole && !upload.IsPart))
        {
            var expires = upload.HeardAt.AddHours(options.AnnouncedHours);
            response.Headers[TusHeaders.Expires] = expires.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
