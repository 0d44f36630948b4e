namespace Kipu.Auth;

/// <summary>Ends a code at the given time, also one whose issue has yet to arrive.</summary>
public static class EndCodeHandler
{
    public static async Task<TenantChanged?> HandleAsync(CodeRevoked message, AuthDbContext db, CancellationToken cancellationToken)
    {
        var code = await db.Codes.FindAsync([message.CodeHash], cancellationToken);
        if (code is null)
        {
            code = new() { CodeHash = message.CodeHash, OrganizationId = message.OrganizationId, CreatedAt = message.At };
            db.Codes.Add(code);
        }

        code.EndAt(message.ValidUntil);
        return new(message.OrganizationId, [message.CodeHash]);
    }
}
