using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>The members that an organization's plan has room for.</summary>
internal static class Seats
{
    /// <summary>Takes a seat within the caller's transaction. One atomic update: a hundred at once can't pass the plan's limit.</summary>
    /// <returns>Why there is none; null when it was taken.</returns>
    public static async Task<ProblemHttpResult?> TakeSeatAsync(this AuthDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        if (RefusalOf(organization) is { } refusal) return refusal;

        var limit = organization.Limits.MaxUsers;
        var taken = await db.Organizations.Where(o => o.Id == organizationId && o.Plan == organization.Plan && o.Users < limit)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Users, o => o.Users + 1), cancellationToken);
        if (taken == 1) return null;

        var full = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        return FullOf(full);
    }

    /// <summary>Looks whether there is a seat, and gives the connection back. Only taking it makes sure.</summary>
    /// <returns>Why there is none.</returns>
    public static async Task<ProblemHttpResult?> FindNoSeatAsync(this AuthDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        await db.EndReadingAsync();
        return RefusalOf(organization);
    }

    /// <summary>Gives a seat back, within the transaction that removes its member.</summary>
    public static Task FreeSeatAsync(this AuthDbContext db, Guid organizationId, CancellationToken cancellationToken) =>
        db.Organizations.Where(o => o.Id == organizationId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Users, o => o.Users - 1), cancellationToken);

    private static ProblemHttpResult? RefusalOf(Organization organization) =>
        organization.Status is OrganizationStatus.Suspended or OrganizationStatus.Cancelled ? CommonErrors.OrganizationSuspended.ToProblem()
        : organization.Users >= organization.Limits.MaxUsers ? FullOf(organization)
        : null;

    private static ProblemHttpResult FullOf(Organization organization) =>
        CommonErrors.OverLimit("users", organization.Limits.MaxUsers, organization.Users, organization.Plan);
}
