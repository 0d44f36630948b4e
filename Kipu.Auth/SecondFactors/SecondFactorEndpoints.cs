using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>A user's own second factor. Needs a bearer token.</summary>
internal static class SecondFactorEndpoints
{
    public static void AddSecondFactors(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Totps>().AddSingleton<Challenges>();
        builder.Services.AddScoped<SecondFactors>().AddScoped<Reauthentication>();
    }

    public static void MapSecondFactors(this IEndpointRouteBuilder routes)
    {
        var mfa = routes.MapGroup("/api/auth/mfa").WithTags("Auth");
        mfa.MapPost("/challenge", CompleteChallenge).AllowPublic("The challenge and the code are the credentials; guesses are throttled.")
            .ProducesError(
                CommonErrors.ValidationFailed, SecondFactorErrors.InvalidChallenge, SecondFactorErrors.InvalidMfaCode, CommonErrors.TooManyAttempts);

        var own = mfa.MapGroup("").RequireTenant().AllowSuspended().AllowEnrolling().ProducesError(UserErrors.UserRequired);
        own.MapGet("/", Status);
        own.MapPost("/enrol", Enrol).ProducesError(SecondFactorErrors.MfaEnabled);
        own.MapPost("/verify", Verify).ProducesError(
            CommonErrors.ValidationFailed, SecondFactorErrors.MfaNotEnrolled, SecondFactorErrors.MfaEnabled, SecondFactorErrors.InvalidMfaCode,
            CommonErrors.TooManyAttempts);
        own.MapPost("/recovery-codes", RenewRecoveryCodes).ProducesProofErrors();
        own.MapPost("/disable", Disable).ProducesProofErrors().ProducesError(SecondFactorErrors.MfaRequiredByOrganization);
    }

    /// <summary>Whether the caller has a second factor.</summary>
    public static async Task<Results<Ok<MfaStatus>, ProblemHttpResult>> Status(
        ClaimsPrincipal caller, SecondFactors factors, AuthDbContext db, CancellationToken cancellationToken)
    {
        if (AccessToken.From(caller) is not { } token) return UserErrors.UserRequired.ToProblem();

        var factor = await factors.FindAsync(token.UserId, cancellationToken);
        var left = await db.RecoveryCodes.CountAsync(c => c.UserId == token.UserId && c.UsedAt == null, cancellationToken);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == token.OrganizationId, cancellationToken);
        return TypedResults.Ok(new MfaStatus(factor?.EnabledAt is not null, factor?.EnabledAt, left, organization.RequireSecondFactor));
    }

    /// <summary>Makes a secret for an authenticator app.</summary>
    /// <remarks>Sign-ins ask for a code only after one was sent to <c>verify</c>. Until then each call makes another secret.</remarks>
    public static async Task<Results<Ok<MfaEnrolment>, ProblemHttpResult>> Enrol(
        ClaimsPrincipal caller, HttpContext context, AuthDbContext db, SecondFactors factors, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();

        var secret = Totps.NewSecret();
        if (!await factors.TryBeginAsync(user, secret, cancellationToken)) return SecondFactorErrors.MfaEnabled.ToProblem();

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(Totps.Show(secret, user.Email));
    }

    /// <summary>Switches the second factor on, proven by a code of the app. The answer holds the recovery codes, here and never again.</summary>
    public static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> Verify(
        MfaCodeRequest request, ClaimsPrincipal caller, HttpContext context, AuthDbContext db, SecondFactors factors, AuditLog audit,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (await factors.FindAsync(user.Id, cancellationToken) is not { } pending) return SecondFactorErrors.MfaNotEnrolled.ToProblem();
        if (pending.EnabledAt is not null) return SecondFactorErrors.MfaEnabled.ToProblem();

        var (check, wait) = await factors.TryAsync(pending, request.Code, cancellationToken);
        if (check is CodeCheck.Throttled) return context.TooManyAttempts(wait);
        if (check is not CodeCheck.App) return SecondFactorErrors.InvalidMfaCode.ToProblem();

        var factor = await db.SecondFactors.SingleAsync(f => f.UserId == user.Id, cancellationToken);
        factor.EnabledAt = time.GetUtcNow();
        audit.Record(user.OrganizationId, AuditActions.MfaEnabled, user.Id);
        return TypedResults.Ok(await ShowRecoveryCodesAsync(factor, context, db, factors, cancellationToken));
    }

    /// <summary>Makes new recovery codes; the old ones are void.</summary>
    public static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> RenewRecoveryCodes(
        MfaProofRequest request, ClaimsPrincipal caller, HttpContext context, AuthDbContext db, SecondFactors factors, Reauthentication proofs,
        AuditLog audit, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (await factors.FindAsync(user.Id, cancellationToken) is not { EnabledAt: not null } factor)
        {
            return SecondFactorErrors.MfaNotEnabled.ToProblem();
        }

        if (await proofs.RefuseAsync(request, user, factor, context, cancellationToken) is { } refusal) return refusal;

        audit.Record(user.OrganizationId, AuditActions.RecoveryCodesRenewed, user.Id);
        return TypedResults.Ok(await ShowRecoveryCodesAsync(factor, context, db, factors, cancellationToken));
    }

    /// <summary>Switches the second factor off.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Disable(
        MfaProofRequest request, ClaimsPrincipal caller, HttpContext context, AuthDbContext db, SecondFactors factors, Reauthentication proofs,
        AuditLog audit, CancellationToken cancellationToken)
    {
        if (await db.FindCallerAsync(caller, cancellationToken) is not { } user) return UserErrors.UserRequired.ToProblem();
        if (await factors.FindAsync(user.Id, cancellationToken) is not { EnabledAt: not null } factor)
        {
            return SecondFactorErrors.MfaNotEnabled.ToProblem();
        }

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == user.OrganizationId, cancellationToken);
        if (organization.RequireSecondFactor) return SecondFactorErrors.MfaRequiredByOrganization.ToProblem();
        if (await proofs.RefuseAsync(request, user, factor, context, cancellationToken) is { } refusal) return refusal;

        db.SecondFactors.Remove(factor);
        audit.Record(user.OrganizationId, AuditActions.MfaDisabled, user.Id);
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Completes a sign-in with a code of the authenticator app, or a recovery code.</summary>
    public static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> CompleteChallenge(
        MfaChallengeRequest request, HttpContext context, AuthDbContext db, Challenges challenges, SecondFactors factors, SessionIssuer issuer,
        AuditLog audit, CancellationToken cancellationToken)
    {
        if (challenges.Read(request.Challenge) is not { } challenge) return SecondFactorErrors.InvalidChallenge.ToProblem();

        using var tenant = TenantScope.EnterOrganization(challenge.OrganizationId);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == challenge.UserId, cancellationToken);
        if (user is null || Challenges.PasswordMark(user) != challenge.PasswordMark) return SecondFactorErrors.InvalidChallenge.ToProblem();
        if (await factors.FindAsync(user.Id, cancellationToken) is not { EnabledAt: not null } factor)
        {
            return SecondFactorErrors.InvalidChallenge.ToProblem();
        }

        var (check, wait) = await factors.TryAsync(factor, request.Code, cancellationToken);
        if (check is CodeCheck.Throttled) return context.TooManyAttempts(wait);
        if (check is CodeCheck.Wrong) return SecondFactorErrors.InvalidMfaCode.ToProblem();

        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == user.OrganizationId, cancellationToken);
        var tokens = await issuer.BeginAsync(user, cancellationToken);
        if (check is CodeCheck.Recovery) audit.Record(user.OrganizationId, AuditActions.RecoveryCodeUsed, user.Id);
        audit.Record(user.OrganizationId, AuditActions.SignInSucceeded, user.Id, "password and second factor");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(RefreshCookie.Hand(context, tokens, user, organization));
    }

    private static async Task<RecoveryCodesResponse> ShowRecoveryCodesAsync(
        SecondFactor factor, HttpContext context, AuthDbContext db, SecondFactors factors, CancellationToken cancellationToken)
    {
        var codes = await factors.RenewRecoveryCodesAsync(factor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return new(codes);
    }

    private static RouteHandlerBuilder ProducesProofErrors(this RouteHandlerBuilder endpoint) => endpoint.ProducesError(
        CommonErrors.ValidationFailed, SecondFactorErrors.MfaNotEnabled, SecondFactorErrors.ProofRequired, SessionErrors.InvalidCredentials,
        SecondFactorErrors.InvalidMfaCode, CommonErrors.TooManyAttempts);
}
