using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class SignUpEndpoints
{
    public static void AddSignUp(this IHostApplicationBuilder builder) => builder.Services.AddScoped<SignUp>().AddScoped<CodeOwners>();

    public static void MapSignUp(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/auth/signup", SignUp).ThrottleCodes(OrganizationErrors.InvalidCode).WithTags("Auth")
            .AllowPublic("Nobody has an account before it.").ProducesError(
                CommonErrors.ValidationFailed, OrganizationErrors.OrganizationRequired, UserErrors.WeakPassword, CommonErrors.LimitExceeded,
                CommonErrors.OrganizationSuspended, OrganizationErrors.InvalidCode, OrganizationErrors.CodeUnclaimed, UserErrors.EmailTaken);

    /// <summary>Creates a user, with a trial organization of their own or as a member of one whose code they know.</summary>
    /// <remarks>A new organization's code is in this answer and nowhere else.</remarks>
    public static async Task<Results<Created<SessionResponse>, ProblemHttpResult>> SignUp(
        SignUpRequest request, HttpContext context, SignUp signUp, CommonPasswords common, CancellationToken cancellationToken)
    {
        var founds = !string.IsNullOrWhiteSpace(request.OrganizationName);
        if (founds == !string.IsNullOrWhiteSpace(request.OrganizationCode)) return OrganizationErrors.OrganizationRequired.ToProblem();
        if (common.Contains(request.Password, request.Email)) return UserErrors.WeakPassword.ToProblem();
        if (await signUp.IsTakenAsync(request.Email, cancellationToken)) return UserErrors.EmailTaken.ToProblem();

        try
        {
            var (signedUp, refusal) = founds
                ? await signUp.FoundAsync(request, LocaleOf(context.Request), cancellationToken)
                : await signUp.JoinAsync(request, LocaleOf(context.Request), cancellationToken);
            if (signedUp is null) return refusal!;

            var session = RefreshCookie.Hand(context, signedUp.Tokens, signedUp.User, signedUp.Organization, signedUp.Code);
            return TypedResults.Created("/api/auth/me", session);
        }
        catch (DbUpdateException exception) when (IsTaken(exception))
        {
            return UserErrors.EmailTaken.ToProblem();
        }
    }

    /// <summary>Whether saving failed because the address has a user already.</summary>
    public static bool IsTaken(DbUpdateException exception) => exception.InnerException is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: UserConfiguration.EmailIndex,
    };

    public static string LocaleOf(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("es", StringComparison.OrdinalIgnoreCase) ? "es" : "en";
}

/// <summary>Makes users. A refusal leaves nothing behind; of two sign-ups with one address at once, the unique index refuses one.</summary>
internal sealed class SignUp(
    AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, CodeOwners owners, OrganizationCodes codes, Passwords passwords,
    SessionIssuer issuer, Mailer mailer, AuditLog audit, TimeProvider time)
{
    public sealed record SignedUp(SessionTokens Tokens, User User, Organization Organization, string? Code = null);

    public Task<bool> IsTakenAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = User.Normalize(email);
        return db.LookUpAsync(
            "an address is unique over all organizations",
            context => context.Users.AnyAsync(u => u.NormalizedEmail == normalized, cancellationToken),
            cancellationToken);
    }

    /// <summary>A trial organization with the user as its owner. It gets its code at once, so that it can call the API.</summary>
    public async Task<(SignedUp? SignedUp, ProblemHttpResult? Refusal)> FoundAsync(
        SignUpRequest request, string locale, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var organization = Organization.Trial(request.OrganizationName!, locale, now);
        var code = OrganizationCodes.Generate();
        var user = NewUser(request, organization.Id, Role.Owner, await passwords.HashAsync(request.Password, cancellationToken), locale);

        using var tenant = TenantScope.EnterOrganization(organization.Id);
        db.Organizations.Add(organization);
        db.Codes.Add(OrganizationCode.Trial(codes.Hash(code), organization.Id, now));
        audit.Record(organization.Id, AuditActions.OrganizationCreated, user.Id, organization.Name);
        var tokens = await WelcomeAsync(user, now, cancellationToken);
        await outbox.PublishAsync(
            new OrganizationCreated(organization.Id, organization.Name, organization.Plan, organization.Status, ClaimedCodeHash: null, now));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return (new(tokens, user, organization, code), null);
    }

    /// <summary>A member of the code's organization, if its plan has room.</summary>
    public async Task<(SignedUp? SignedUp, ProblemHttpResult? Refusal)> JoinAsync(
        SignUpRequest request, string locale, CancellationToken cancellationToken)
    {
        var (owner, refusal) = await owners.FindAsync(request.OrganizationCode, cancellationToken);
        if (owner is null) return (null, refusal!.ToProblem());

        using var tenant = TenantScope.EnterOrganization(owner.OrganizationId);
        var (passwordHash, noSeat) = await passwords.HashUnlessAsync(
            request.Password, () => db.FindNoSeatAsync(owner.OrganizationId, cancellationToken), cancellationToken);
        if (passwordHash is null) return (null, noSeat);
        var user = NewUser(request, owner.OrganizationId, Role.User, passwordHash, locale);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.TakeSeatAsync(owner.OrganizationId, cancellationToken) is { } full) return (null, full);

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == owner.OrganizationId, cancellationToken);
        var tokens = await WelcomeAsync(user, time.GetUtcNow(), cancellationToken);
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return (new(tokens, user, organization), null);
    }

    /// <summary>Adds the user with a session and a mail that asks whether the address is theirs.</summary>
    private async Task<SessionTokens> WelcomeAsync(User user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Users.Add(user);
        audit.Record(user.OrganizationId, AuditActions.UserJoined, user.Id, user.Email);
        await outbox.PublishAsync(mailer.Seal(VerifyEmailEndpoints.LetterFor(db, user, now)));
        return await issuer.BeginAsync(user, cancellationToken);
    }

    private User NewUser(SignUpRequest request, Guid organizationId, Role role, string passwordHash, string locale) => new()
    {
        OrganizationId = organizationId,
        Email = request.Email.Trim(),
        NormalizedEmail = User.Normalize(request.Email),
        Name = request.Name,
        PasswordHash = passwordHash,
        Role = role,
        Locale = locale,
        CreatedAt = time.GetUtcNow(),
    };
}
