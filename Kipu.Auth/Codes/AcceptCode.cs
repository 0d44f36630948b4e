using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Lets a code authenticate from now on. A paid code retires the organization's trial code, with a day to change over.</summary>
public static class AcceptCodeHandler
{
    private static readonly TimeSpan ChangeOver = TimeSpan.FromHours(24);

    public static async Task<TenantChanged?> HandleAsync(CodeIssued message, AuthDbContext db, CancellationToken cancellationToken)
    {
        var code = await db.Codes.FindAsync([message.CodeHash], cancellationToken);
        if (code is null)
        {
            code = new() { CodeHash = message.CodeHash, CreatedAt = message.At };
            db.Codes.Add(code);
        }

        code.Issue(message);
        if (message.OrganizationId is not { } organizationId) return null;

        var trials = await db.Codes.Where(c => c.OrganizationId == organizationId && c.IsTrial).ToListAsync(cancellationToken);
        trials.ForEach(trial => trial.EndAt(message.At + ChangeOver));
        return new(organizationId, [message.CodeHash, .. trials.Select(t => t.CodeHash)]);
    }
}
