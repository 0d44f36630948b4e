using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Where the caller is signed in, and the end of what they don't know.</summary>
internal static class OwnSessionEndpoints
{
    private static readonly ApiError NotFound = new(404, "session_not_found", "There is no such session of yours.");

    public static void MapOwnSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/auth/sessions").WithTags("Auth").RequireTenant().ProducesError(UserErrors.UserRequired);
        sessions.MapGet("/", List).ProducesError(Cursor.Invalid, CommonErrors.ValidationFailed);
        sessions.MapDelete("/{id:guid}", Revoke).AllowSuspended().ProducesError(NotFound);
    }

    /// <summary>The caller's sessions that have not ended, newest first.</summary>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<SessionInfo>>, ProblemHttpResult>> List(
        [Range(1, Cursor.MaxPage)] int? limit, string? cursor, ClaimsPrincipal caller, AuthDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();
        if (!Cursor.TryRead(cursor, out var before)) return Cursor.Invalid.ToProblem();

        var now = time.GetUtcNow();
        var sessions = db.Sessions.AsNoTracking().Where(s => s.UserId == token.UserId && s.RevokedAt == null && s.ExpiresAt > now);
        if (before is { } id) sessions = sessions.Where(s => s.Id < id);
        var size = limit ?? Cursor.DefaultPage;
        var rows = await sessions.OrderByDescending(s => s.Id).Take(size + 1)
            .Select(s => new SessionInfo(s.Id, s.UserAgent, s.Address, s.CreatedAt, s.LastUsedAt, s.Id == token.SessionId))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, s => s.Id));
    }

    /// <summary>Ends a session of the caller. It can't be renewed; its access token runs out within ten minutes.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        Guid id, ClaimsPrincipal caller, AuthDbContext db, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ended = await db.Sessions.Where(s => s.Id == id && s.UserId == token.UserId && s.RevokedAt == null && s.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), cancellationToken);
        if (ended == 0) return NotFound.ToProblem();

        audit.Record(token.OrganizationId, AuditActions.SessionRevoked, token.UserId, $"{id}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
