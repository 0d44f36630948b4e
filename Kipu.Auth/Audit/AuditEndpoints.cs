using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class AuditEndpoints
{
    public static void AddAudit(this IHostApplicationBuilder builder) => builder.Services.AddScoped<AuditLog>();

    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/organizations/current/audit", List).WithTags("Organizations").RequireTenant().RequireRole(Role.Admin)
            .ProducesError(Cursor.Invalid, CommonErrors.ValidationFailed);

    /// <summary>The organization's audit log: who did what, when and from where, newest first.</summary>
    /// <param name="action">Only this action.</param>
    /// <param name="actorId">Only what this user did.</param>
    /// <param name="limit">Lines of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<AuditEntry>>, ProblemHttpResult>> List(
        [MaxLength(50)] string? action, Guid? actorId, [Range(1, Cursor.MaxPage)] int? limit, string? cursor,
        AuthDbContext db, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead(cursor, out var before)) return Cursor.Invalid.ToProblem();

        var events = db.AuditEvents.AsNoTracking();
        if (action is not null) events = events.Where(e => e.Action == action);
        if (actorId is not null) events = events.Where(e => e.ActorId == actorId);
        if (before is { } id) events = events.Where(e => e.Id < id);

        var size = limit ?? Cursor.DefaultPage;
        var rows = await events.OrderByDescending(e => e.Id).Take(size + 1)
            .Select(e => new AuditEntry(
                e.Id, e.At, e.Action, e.ActorId, db.Users.Where(u => u.Id == e.ActorId).Select(u => u.Name).SingleOrDefault(), e.Subject, e.Address))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, e => e.Id));
    }
}
