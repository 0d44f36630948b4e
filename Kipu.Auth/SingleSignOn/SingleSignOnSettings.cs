using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Kipu.Auth;

/// <summary>An organization's own OpenID Connect provider, as its OWNER sets it up.</summary>
internal static partial class SingleSignOnSettings
{
    public static void MapSingleSignOnSettings(this IEndpointRouteBuilder routes)
    {
        var sso = routes.MapGroup("/api/organizations/current/sso").WithTags("Organizations").RequireTenant().RequireRole(Role.Owner);
        sso.MapGet("/", Get).ProducesError(CommonErrors.NotFound);
        sso.MapPut("/", Put).ProducesError(
            CommonErrors.ValidationFailed, SingleSignOnErrors.PlanRequired, SingleSignOnErrors.InvalidIssuer, SingleSignOnErrors.InvalidDomain,
            SingleSignOnErrors.SecretRequired);
        sso.MapDelete("/", Delete);
        sso.MapPost("/domains/{domain}/verify", VerifyDomain).ProducesError(
            CommonErrors.NotFound, SingleSignOnErrors.DomainNotVerified, SingleSignOnErrors.DomainTaken);
    }

    /// <summary>The organization's provider and its domains.</summary>
    public static async Task<Results<Ok<SingleSignOnInfo>, ProblemHttpResult>> Get(
        AuthDbContext db, IOptions<ConsoleOptions> console, CancellationToken cancellationToken) =>
        await AnswerAsync(db, console.Value, cancellationToken) is { } info ? TypedResults.Ok(info) : CommonErrors.NotFound.ToProblem();

    /// <summary>Sets the provider up, or changes it. Domains that stay keep their verification.</summary>
    public static async Task<Results<Ok<SingleSignOnInfo>, ProblemHttpResult>> Put(
        PutSingleSignOnRequest request, TenantContext tenant, AuthDbContext db, ProviderClient providers, ProviderSecrets secrets, AuditLog audit,
        IOptions<ConsoleOptions> console, TimeProvider time, CancellationToken cancellationToken)
    {
        if (tenant.Plan is not Plan.Enterprise) return SingleSignOnErrors.PlanRequired.ToProblem();
        var wanted = request.Domains.Select(d => d?.Trim().ToLowerInvariant() ?? "").Distinct().ToList();
        if (!wanted.TrueForAll(d => d.Length <= 253 && Domain().IsMatch(d))) return SingleSignOnErrors.InvalidDomain.ToProblem();
        if (await providers.DiscoverAsync(request.Issuer, cancellationToken) is null) return SingleSignOnErrors.InvalidIssuer.ToProblem();

        // Locked: of two who set it up at once the second changes what the first has made.
        await using var transaction = await OrganizationLock.TakeAsync(db, tenant.OrganizationId, cancellationToken);
        var provider = await db.IdentityProviders.SingleOrDefaultAsync(cancellationToken);
        // A known secret is never sent to another address than it was given for.
        if (request.ClientSecret is null && provider?.Issuer != request.Issuer) return SingleSignOnErrors.SecretRequired.ToProblem();
        if (provider is null)
        {
            provider = new()
            {
                OrganizationId = tenant.OrganizationId,
                Issuer = request.Issuer,
                ClientId = request.ClientId,
                ProtectedClientSecret = secrets.Protect(request.ClientSecret!),
                ChangedAt = time.GetUtcNow(),
            };
            db.IdentityProviders.Add(provider);
        }

        (provider.Issuer, provider.ClientId, provider.ChangedAt) = (request.Issuer, request.ClientId, time.GetUtcNow());
        if (request.ClientSecret is { } secret) provider.ProtectedClientSecret = secrets.Protect(secret);
        var domains = await db.EmailDomains.ToListAsync(cancellationToken);
        db.EmailDomains.RemoveRange(domains.Where(d => !wanted.Contains(d.Domain)));
        db.EmailDomains.AddRange(wanted.Except(domains.Select(d => d.Domain)).Select(domain => new EmailDomain
        {
            OrganizationId = tenant.OrganizationId,
            Domain = domain,
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20)),
        }));
        audit.Record(tenant.OrganizationId, AuditActions.SingleSignOnConfigured, tenant.UserId, request.Issuer);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok((await AnswerAsync(db, console.Value, cancellationToken))!);
    }

    /// <summary>Removes the provider. Who signed in there sets a password by mail.</summary>
    public static async Task<NoContent> Delete(TenantContext tenant, AuthDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await db.IdentityProviders.SingleOrDefaultAsync(cancellationToken) is not { } provider) return TypedResults.NoContent();

        db.IdentityProviders.Remove(provider);
        db.EmailDomains.RemoveRange(await db.EmailDomains.ToListAsync(cancellationToken));
        audit.Record(tenant.OrganizationId, AuditActions.SingleSignOnRemoved, tenant.UserId, provider.Issuer);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Looks whether the domain's DNS shows the record that proves whose it is.</summary>
    public static async Task<Results<Ok<EmailDomainInfo>, ProblemHttpResult>> VerifyDomain(
        string domain, TenantContext tenant, AuthDbContext db, DomainProof proof, AuditLog audit, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var name = domain.ToLowerInvariant();
        if (await db.EmailDomains.SingleOrDefaultAsync(d => d.Domain == name, cancellationToken) is not { } found)
        {
            return CommonErrors.NotFound.ToProblem();
        }

        if (found.VerifiedAt is not null) return TypedResults.Ok(found.ToInfo());
        if (!await proof.HasRecordAsync(found.Domain, found.TxtRecord, cancellationToken))
        {
            return SingleSignOnErrors.DomainNotVerified.ToProblem();
        }

        found.VerifiedAt = time.GetUtcNow();
        audit.Record(tenant.OrganizationId, AuditActions.DomainVerified, tenant.UserId, found.Domain);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: EmailDomainConfiguration.VerifiedIndex })
        {
            return SingleSignOnErrors.DomainTaken.ToProblem();
        }

        return TypedResults.Ok(found.ToInfo());
    }

    private static async Task<SingleSignOnInfo?> AnswerAsync(AuthDbContext db, ConsoleOptions console, CancellationToken cancellationToken)
    {
        if (await db.IdentityProviders.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } provider) return null;
        var domains = await db.EmailDomains.AsNoTracking().OrderBy(d => d.Domain).ToListAsync(cancellationToken);
        return new(provider.Issuer, provider.ClientId, SingleSignOnEndpoints.RedirectUri(console), [.. domains.Select(d => d.ToInfo())]);
    }

    [GeneratedRegex(@"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$")]
    private static partial Regex Domain();
}

/// <summary>Secrets at customers' providers, encrypted by data protection.</summary>
internal sealed class ProviderSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kipu.Auth.IdentityProvider");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Open(IdentityProvider provider) => _protector.Unprotect(provider.ProtectedClientSecret);
}
