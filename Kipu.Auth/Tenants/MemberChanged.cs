namespace Kipu.Auth;

/// <summary>To Auth itself, after the commit of what changed a member's role or removed them: every service has to look them up anew.</summary>
public sealed record MemberChanged(Guid OrganizationId, Guid UserId);

/// <summary>Removes the member from the cache that all services share. Durable: a crash after the commit does not lose it.</summary>
public static class ForgetMemberHandler
{
    public static Task HandleAsync(MemberChanged message, TenantCache tenants, CancellationToken cancellationToken) =>
        tenants.ForgetMemberAsync(message.OrganizationId, message.UserId, cancellationToken).AsTask();
}
