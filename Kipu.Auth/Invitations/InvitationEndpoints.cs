using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        var invitations = routes.MapGroup("/api/organizations/current/invitations").WithTags("Organizations").RequireTenant().RequireRole(Role.Admin);
        invitations.MapGet("/", List).ProducesError(Cursor.Invalid, CommonErrors.ValidationFailed);
        invitations.MapPost("/", Invite).ProducesError(
            CommonErrors.ValidationFailed, InvitationErrors.AlreadyInvited, InvitationErrors.AlreadyMember, CommonErrors.TooManyRequests,
            CommonErrors.RequestInProgress, CommonErrors.IdempotencyKeyReused);
        invitations.MapPost("/{id:guid}/resend", Resend).ProducesError(InvitationErrors.NotFound, CommonErrors.TooManyRequests);
        invitations.MapDelete("/{id:guid}", Revoke).AllowSuspended(Role.Admin).ProducesError(InvitationErrors.NotFound);
        routes.MapAcceptInvitation();
    }

    /// <summary>Invitations that wait to be accepted, newest first; also those whose link has expired.</summary>
    /// <param name="limit">Rows of the page, 1 to 200; 50 when absent.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<Page<InvitationInfo>>, ProblemHttpResult>> List(
        [Range(1, Cursor.MaxPage)] int? limit, string? cursor, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead(cursor, out var before)) return Cursor.Invalid.ToProblem();

        var invitations = db.Invitations.AsNoTracking();
        if (before is { } id) invitations = invitations.Where(i => i.Id < id);
        var size = limit ?? Cursor.DefaultPage;
        var rows = await invitations.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(i => i.ToInfo()).ToPage(size, i => i.Id));
    }

    /// <summary>Invites somebody by mail. They take one of the plan's seats when they accept.</summary>
    public static async Task<Results<Created<InvitationInfo>, ProblemHttpResult>> Invite(
        InviteRequest request, [FromHeader(Name = "Idempotency-Key"), MaxLength(255)] string? idempotencyKey, HttpContext context, TenantContext tenant,
        AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, Mailer mailer, GuessThrottle throttle, AnsweredRequests answers,
        AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var (answered, refusal) = await answers.FindAsync<InvitationInfo>(tenant, idempotencyKey, request, cancellationToken);
        if (refusal is not null) return refusal.ToProblem();
        if (answered is not null) return TypedResults.Created($"/api/organizations/current/invitations/{answered.Id}", answered);
        if (!MemberRules.Allows(tenant.Role, request.Role)) return CommonErrors.Forbidden.ToProblem();

        var normalized = User.Normalize(request.Email);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, cancellationToken)) return InvitationErrors.AlreadyMember.ToProblem();
        if (await throttle.TakeAsync(MailLimits.Invitations, $"{tenant.OrganizationId}") is { } wait) return context.TooManyMails(wait);

        var now = time.GetUtcNow();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = tenant.OrganizationId,
            Email = request.Email.Trim(),
            NormalizedEmail = normalized,
            Role = request.Role,
            InvitedBy = tenant.UserId,
            CreatedAt = now,
        };
        await outbox.PublishAsync(await SealAsync(invitation, tenant, db, mailer, now, cancellationToken));
        db.Invitations.Add(invitation);
        audit.Record(
            tenant.OrganizationId, AuditActions.InvitationSent, tenant.UserId, $"{invitation.Email}: {invitation.Role.ToString().ToUpperInvariant()}");
        var answer = invitation.ToInfo();
        answers.Keep(tenant, idempotencyKey, request, answer);
        try
        {
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (InvitationConfiguration.IsDuplicate(exception))
        {
            return InvitationErrors.AlreadyInvited.ToProblem();
        }
        catch (DbUpdateException exception) when (AnsweredRequests.IsTaken(exception))
        {
            return CommonErrors.RequestInProgress.ToProblem();
        }

        return TypedResults.Created($"/api/organizations/current/invitations/{answer.Id}", answer);
    }

    /// <summary>Mails an invitation again, with a new link; the one before stops to work.</summary>
    public static async Task<Results<Ok<InvitationInfo>, ProblemHttpResult>> Resend(
        Guid id, HttpContext context, TenantContext tenant, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, Mailer mailer,
        GuessThrottle throttle, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } invitation)
        {
            return InvitationErrors.NotFound.ToProblem();
        }

        if (!MemberRules.Allows(tenant.Role, invitation.Role)) return CommonErrors.Forbidden.ToProblem();
        if (await throttle.TakeAsync(MailLimits.Invitations, $"{tenant.OrganizationId}") is { } wait) return context.TooManyMails(wait);

        await outbox.PublishAsync(await SealAsync(invitation, tenant, db, mailer, time.GetUtcNow(), cancellationToken));
        audit.Record(tenant.OrganizationId, AuditActions.InvitationResent, tenant.UserId, invitation.Email);
        try
        {
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Accepted or revoked since it was read.
            return InvitationErrors.NotFound.ToProblem();
        }

        return TypedResults.Ok(invitation.ToInfo());
    }

    /// <summary>Revokes an invitation: its link stops to work.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Revoke(
        Guid id, TenantContext tenant, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (invitation is null) return InvitationErrors.NotFound.ToProblem();
        if (!MemberRules.Allows(tenant.Role, invitation.Role)) return CommonErrors.Forbidden.ToProblem();
        if (await db.Invitations.Where(i => i.Id == id).ExecuteDeleteAsync(cancellationToken) == 0) return InvitationErrors.NotFound.ToProblem();

        audit.Record(tenant.OrganizationId, AuditActions.InvitationRevoked, tenant.UserId, invitation.Email);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<SendMail> SealAsync(
        Invitation invitation, TenantContext tenant, AuthDbContext db, Mailer mailer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        var sender = await db.NameOfAsync(tenant.UserId, organization, cancellationToken);
        return mailer.Seal(new(
            LetterKind.Invitation, organization.Language, invitation.Email, Name: null, invitation.Renew(now), organization.Name, sender));
    }
}
