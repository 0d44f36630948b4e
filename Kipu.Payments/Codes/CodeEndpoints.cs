using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

internal static class CodeEndpoints
{
    private static readonly ApiError InvalidCode = new(404, "invalid_code", "The code is not known, or no longer valid.");
    private static readonly ApiError NoCodeToRotate = new(409, "no_code_to_rotate",
        "There is no bought code to replace: a trial's code is replaced when a plan is bought.");

    public static void AddCodes(this WebApplicationBuilder builder)
    {
        builder.AddKeyRing<PaymentsDbContext>("Kipu.Payments");
        builder.Services.AddSingleton<CodeIssuer>();
    }

    public static void MapCodes(this IEndpointRouteBuilder routes)
    {
        var payments = routes.MapGroup("/api/payments").WithTags("Payments");
        payments.MapPost("/validate-code", Validate).AllowPublic("The code is the credential that is asked about.")
            .ProducesError(CommonErrors.ValidationFailed, InvalidCode).ThrottleCodes(InvalidCode);
        payments.MapPost("/code/rotate", Rotate).RequireTenant().RequireRole(Role.Admin)
            .ProducesError(CommonErrors.ValidationFailed, NoCodeToRotate);
        // A code that leaked is to be ended whatever the organization owes.
        payments.MapPost("/code/revoke", Revoke).RequireTenant().AllowSuspended(Role.Admin);
    }

    /// <summary>Tells whose a code is.</summary>
    public static async Task<Results<Ok<ValidateCodeResponse>, ProblemHttpResult>> Validate(
        ValidateCodeRequest request, OrganizationCodes codes, TenantCache tenants, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!OrganizationCodes.TryNormalize(request.Code, out var code)) return InvalidCode.ToProblem();
        if (await tenants.FindCodeAsync(codes.Hash(code), cancellationToken) is not { } owner || owner.ValidUntil <= time.GetUtcNow())
            return InvalidCode.ToProblem();
        if (await tenants.FindOrganizationAsync(owner.OrganizationId, cancellationToken) is not { } organization)
            return InvalidCode.ToProblem();

        return TypedResults.Ok(new ValidateCodeResponse(
            true, new OrganizationInfo(organization.OrganizationId, organization.Name, organization.Plan, organization.Status)));
    }

    /// <summary>Replaces the organization's code. The old one stays valid for the grace period; the new one is shown here and never again.</summary>
    public static async Task<Results<Ok<RotateCodeResponse>, ProblemHttpResult>> Rotate(
        RotateCodeRequest request, TenantContext tenant, IDbContextOutbox<PaymentsDbContext> outbox, CodeIssuer issuer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var db = outbox.DbContext;
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var current = await db.LockCurrentCodeAsync(tenant.OrganizationId, cancellationToken);
        // After a revocation there is none to replace, and a new one is due all the same to who has bought.
        if (current is null && !await HasBoughtAsync(db, tenant.OrganizationId, cancellationToken)) return NoCodeToRotate.ToProblem();

        DateTimeOffset? end = current is null ? null : now.AddHours(request.GraceHours);
        if (current is not null) await outbox.PublishAsync(current.EndAt(end!.Value, now));
        // Written first: the index allows one code without an end.
        await db.SaveChangesAsync(cancellationToken);
        var (code, text) = issuer.ForRotation(tenant, current, now);
        db.Codes.Add(code);
        await outbox.PublishAsync(code.ToIssue(now));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Ok(new RotateCodeResponse(true, text, end));
    }

    /// <summary>Ends all bought codes of the organization at once, also those in a grace period. A new one comes by rotation.</summary>
    public static async Task<Ok<RevokeCodesResponse>> Revoke(
        TenantContext tenant, IDbContextOutbox<PaymentsDbContext> outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var db = outbox.DbContext;
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCurrentCodeAsync(tenant.OrganizationId, cancellationToken);
        var valid = await db.Codes.Where(c => c.OrganizationId == tenant.OrganizationId && (c.ValidUntil == null || c.ValidUntil > now))
            .ToListAsync(cancellationToken);
        foreach (var code in valid) await outbox.PublishAsync(code.EndAt(now, now));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Ok(new RevokeCodesResponse(true, valid.Count));
    }

    private static Task<bool> HasBoughtAsync(PaymentsDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Subscriptions.AnyAsync(s => s.OrganizationId == organizationId && s.Status != SubscriptionStatus.Cancelled, cancellationToken);

    /// <summary>The organization's code without an end; others who would replace it wait for this transaction.</summary>
    /// <remarks>A lock on the row alone won't do: who waited for it finds the old code ended and can't see the new one yet.</remarks>
    public static async Task<OrganizationCode?> LockCurrentCodeAsync(this PaymentsDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"code of {organizationId}"}, 0))", cancellationToken);
        return await db.Codes.SingleOrDefaultAsync(c => c.OrganizationId == organizationId && c.ValidUntil == null, cancellationToken);
    }
}
