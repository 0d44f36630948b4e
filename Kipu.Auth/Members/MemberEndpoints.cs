using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        var members = routes.MapGroup("/api/organizations/current/users").WithTags("Organizations").RequireTenant();
        members.MapGet("/", List).ProducesError(Cursor.Invalid, CommonErrors.ValidationFailed);
        members.MapAddMember();
        members.MapPatch("/{id:guid}", Change).RequireRole(Role.Admin)
            .ProducesError(CommonErrors.ValidationFailed, MemberErrors.NotFound, MemberErrors.LastOwner);
        members.MapDelete("/{id:guid}", Remove).AllowSuspended(Role.Admin).ProducesError(MemberErrors.NotFound, MemberErrors.LastOwner);
    }

    /// <summary>The organization's members, in the order in which they joined.</summary>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<MemberInfo>>, ProblemHttpResult>> List(
        [Range(1, Cursor.MaxPage)] int? limit, string? cursor, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead(cursor, out var after)) return Cursor.Invalid.ToProblem();

        var users = db.Users.AsNoTracking();
        if (after is { } id) users = users.Where(u => u.Id > id);
        var size = limit ?? Cursor.DefaultPage;
        var rows = await users.OrderBy(u => u.Id).Take(size + 1).Select(InfoOf(db)).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, u => u.Id));
    }

    /// <summary>Gives a member another role. It holds within a second, also for access tokens that they have already.</summary>
    /// <remarks>An admin can neither change an owner nor make one, and the last owner stays one.</remarks>
    public static async Task<Results<Ok<MemberInfo>, ProblemHttpResult>> Change(
        Guid id, ChangeMemberRequest request, TenantContext tenant, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, AuditLog audit,
        CancellationToken cancellationToken)
    {
        var role = request.Role!.Value;
        await using var transaction = await OrganizationLock.TakeAsync(db, tenant.OrganizationId, cancellationToken);
        var (user, refusal) = await FindAsync(id, role, tenant, db, cancellationToken);
        if (user is null) return refusal!.ToProblem();
        if (role != Role.Owner && await db.IsLastOwnerAsync(user, cancellationToken)) return MemberErrors.LastOwner.ToProblem();

        if (user.Role != role)
        {
            audit.Record(tenant.OrganizationId, AuditActions.RoleChanged, tenant.UserId, $"{user.Email}: {NameOf(user.Role)} > {NameOf(role)}");
            user.Role = role;
            await outbox.PublishAsync(new MemberChanged(tenant.OrganizationId, user.Id));
        }

        await db.SaveChangesAsync(cancellationToken);
        var info = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(InfoOf(db)).SingleAsync(cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Ok(info);
    }

    /// <summary>Removes a member: their sessions end, their seat is free, and within a second their access tokens are refused.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, TenantContext tenant, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, AuditLog audit,
        CancellationToken cancellationToken)
    {
        await using var transaction = await OrganizationLock.TakeAsync(db, tenant.OrganizationId, cancellationToken);
        var (user, refusal) = await FindAsync(id, Role.User, tenant, db, cancellationToken);
        if (user is null) return refusal!.ToProblem();
        if (await db.IsLastOwnerAsync(user, cancellationToken)) return MemberErrors.LastOwner.ToProblem();

        await db.FreeSeatAsync(tenant.OrganizationId, cancellationToken);
        db.Users.Remove(user);
        audit.Record(tenant.OrganizationId, AuditActions.UserRemoved, tenant.UserId, user.Email);
        await outbox.PublishAsync(new MemberChanged(tenant.OrganizationId, user.Id));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<(User? User, ApiError? Refusal)> FindAsync(
        Guid id, Role becomes, TenantContext tenant, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (await db.CurrentRoleAsync(tenant, cancellationToken) is not { } actor) return (null, CommonErrors.Forbidden);
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is not { } user) return (null, MemberErrors.NotFound);
        return MemberRules.Allows(actor, user.Role, becomes) ? (user, null) : (null, CommonErrors.Forbidden);
    }

    private static string NameOf(Role role) => role.ToString().ToUpperInvariant();

    private static Expression<Func<User, MemberInfo>> InfoOf(AuthDbContext db) => u => new MemberInfo(
        u.Id, u.Email, u.Name, u.Role, u.EmailVerifiedAt != null, u.CreatedAt,
        db.Sessions.Where(s => s.UserId == u.Id).Max(s => (DateTimeOffset?)s.LastUsedAt));
}
