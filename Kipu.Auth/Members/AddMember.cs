using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Makes somebody a member without asking them; an invitation asks.</summary>
internal static class AddMemberEndpoint
{
    public static void MapAddMember(this IEndpointRouteBuilder members) =>
        members.MapPost("/", Add).RequireRole(Role.Admin).ProducesError(
            CommonErrors.ValidationFailed, CommonErrors.LimitExceeded, UserErrors.EmailTaken, CommonErrors.RequestInProgress,
            CommonErrors.IdempotencyKeyReused);

    /// <summary>Makes somebody a member at once, on one of the plan's seats. A mail lets them choose their password.</summary>
    public static async Task<Results<Created<MemberInfo>, ProblemHttpResult>> Add(
        AddMemberRequest request, [FromHeader(Name = "Idempotency-Key"), MaxLength(255)] string? idempotencyKey, TenantContext tenant, AuthDbContext db,
        IDbContextOutbox<AuthDbContext> outbox, Passwords passwords, Mailer mailer, AnsweredRequests answers, AuditLog audit,
        TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (answered, reused) = await answers.FindAsync<MemberInfo>(tenant, idempotencyKey, request, cancellationToken);
        if (reused is not null) return reused.ToProblem();
        if (answered is not null) return TypedResults.Created(AddressOf(answered), answered);
        if (await db.CurrentRoleAsync(tenant, cancellationToken) is not { } actor || !MemberRules.Allows(actor, request.Role))
        {
            return CommonErrors.Forbidden.ToProblem();
        }

        if (await db.TakeSeatAsync(tenant.OrganizationId, cancellationToken) is { } refusal) return refusal;

        var now = time.GetUtcNow();
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == tenant.OrganizationId, cancellationToken);
        var user = new User
        {
            OrganizationId = tenant.OrganizationId,
            Email = request.Email.Trim(),
            NormalizedEmail = User.Normalize(request.Email),
            Name = request.Name,
            PasswordHash = passwords.HashOfNone,
            Role = request.Role,
            Locale = organization.Language,
            CreatedAt = now,
        };
        db.Users.Add(user);
        audit.Record(tenant.OrganizationId, AuditActions.UserAdded, tenant.UserId, $"{user.Email}: {user.Role.ToString().ToUpperInvariant()}");
        var sender = await db.NameOfAsync(tenant.UserId, organization, cancellationToken);
        await outbox.PublishAsync(mailer.Seal(LetterFor(db, user, organization, sender, now)));
        var answer = new MemberInfo(
            user.Id, user.Email, user.Name, user.Role, EmailVerified: false, user.CreatedAt, LastActiveAt: null);
        answers.Keep(tenant, idempotencyKey, request, answer);
        try
        {
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (SignUpEndpoints.IsTaken(exception))
        {
            return UserErrors.EmailTaken.ToProblem();
        }
        catch (DbUpdateException exception) when (AnsweredRequests.IsTaken(exception))
        {
            return CommonErrors.RequestInProgress.ToProblem();
        }

        return TypedResults.Created(AddressOf(answer), answer);
    }

    /// <summary>The letter to who got an account without a password; the caller saves its token and publishes what it is sealed into.</summary>
    public static Letter LetterFor(AuthDbContext db, User user, Organization organization, string sender, DateTimeOffset now) => new(
        LetterKind.Welcome, user.Locale, user.Email, user.Name,
        db.AddMailedToken(user, MailedTokenPurpose.SetPassword, now + MailedToken.WelcomeLifetime), organization.Name, sender);

    private static string AddressOf(MemberInfo member) => $"/api/organizations/current/users/{member.Id}";

    /// <summary>In whose name a mail asks somebody in: the member's, or the organization's when only its key was shown.</summary>
    public static async Task<string> NameOfAsync(
        this AuthDbContext db, Guid? userId, Organization organization, CancellationToken cancellationToken) =>
        await db.Users.Where(u => u.Id == userId).Select(u => u.Name).SingleOrDefaultAsync(cancellationToken) ?? organization.Name;
}
