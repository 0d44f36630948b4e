using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Makes an organization from a code that was bought before there was one.</summary>
internal static class CreateFromCodeEndpoint
{
    public static void MapCreateFromCode(this IEndpointRouteBuilder organizations) =>
        organizations.MapPost("/create-from-code", CreateFromCode).ThrottleCodes(OrganizationErrors.InvalidCode)
            .AllowPublic("The code is the credential, and works once.").ProducesError(
                CommonErrors.ValidationFailed, UserErrors.WeakPassword, OrganizationErrors.InvalidCode, OrganizationErrors.CodeUsed,
                UserErrors.EmailTaken);

    /// <summary>Creates an organization and its owner from a code that was bought before there was one.</summary>
    public static async Task<Results<Created<CreateFromCodeResponse>, ProblemHttpResult>> CreateFromCode(
        CreateFromCodeRequest request, HttpRequest http, AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, OrganizationCodes codes,
        CommonPasswords common, Passwords passwords, Mailer mailer, AuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!OrganizationCodes.TryNormalize(request.Code, out var normalized)) return OrganizationErrors.InvalidCode.ToProblem();
        if (request.Password is not null && common.Contains(request.Password, request.OwnerEmail)) return UserErrors.WeakPassword.ToProblem();

        var passwordHash = request.Password is null ? passwords.HashOfNone : await passwords.HashAsync(request.Password, cancellationToken);
        using var scope = TenantScope.EnterSystem("a bought code belongs to no organization until this one takes it");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hash = codes.Hash(normalized);
        var now = time.GetUtcNow();

        // Locked: of two who create from the same code at once, the second waits here and then finds it taken.
        var codeRows = db.Codes.FromSql($"select * from codes where code_hash = {hash} for update");
        var code = (await codeRows.ToListAsync(cancellationToken)).SingleOrDefault();
        if (code is null || !code.IsValid(now)) return OrganizationErrors.InvalidCode.ToProblem();
        if (code.OrganizationId is not null) return OrganizationErrors.CodeUsed.ToProblem();

        var locale = SignUpEndpoints.LocaleOf(http);
        var organization = Organization.Paid(request.Name, locale, code.Plan, now);
        var owner = new User
        {
            OrganizationId = organization.Id,
            Email = request.OwnerEmail.Trim(),
            NormalizedEmail = User.Normalize(request.OwnerEmail),
            Name = request.OwnerName,
            PasswordHash = passwordHash,
            Role = Role.Owner,
            Locale = locale,
            CreatedAt = now,
        };
        code.OrganizationId = organization.Id;
        db.Organizations.Add(organization);
        db.Users.Add(owner);
        audit.Record(organization.Id, AuditActions.OrganizationCreated, owner.Id, organization.Name);
        audit.Record(organization.Id, AuditActions.UserJoined, owner.Id, owner.Email);
        await outbox.PublishAsync(mailer.Seal(LetterFor(request, owner, organization, db, now)));
        using (TenantScope.EnterOrganization(organization.Id))
        {
            await outbox.PublishAsync(
                new OrganizationCreated(organization.Id, organization.Name, organization.Plan, organization.Status, hash, now));
        }

        try
        {
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (SignUpEndpoints.IsTaken(exception))
        {
            return UserErrors.EmailTaken.ToProblem();
        }

        return TypedResults.Created("/api/organizations/current", new CreateFromCodeResponse(true, organization.ToInfo(), owner.ToInfo()));
    }

    private static Letter LetterFor(
        CreateFromCodeRequest request, User owner, Organization organization, AuthDbContext db, DateTimeOffset now) =>
        request.Password is null
            ? AddMemberEndpoint.LetterFor(db, owner, organization, sender: "Kipu", now)
            : VerifyEmailEndpoints.LetterFor(db, owner, now);
}
