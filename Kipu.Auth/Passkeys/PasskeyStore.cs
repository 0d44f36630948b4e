using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>
/// Lends Identity's WebAuthn handler our users and their passkeys, to read and no more. Works within the organization that the user handle
/// names: the handle is organization and user in 43 characters.
/// </summary>
internal sealed class PasskeyStore(AuthDbContext db) : IUserPasskeyStore<User>
{
    private const int IdBytes = 16;

    public static string HandleOf(User user)
    {
        Span<byte> bytes = stackalloc byte[2 * IdBytes];
        user.OrganizationId.TryWriteBytes(bytes);
        user.Id.TryWriteBytes(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static (Guid OrganizationId, Guid UserId)? ReadHandle(string? handle)
    {
        Span<byte> bytes = stackalloc byte[2 * IdBytes];
        if (handle is null || !Base64Url.IsValid(handle, out var length) || length != bytes.Length) return null;
        Base64Url.DecodeFromChars(handle, bytes);
        return (new(bytes[..IdBytes]), new(bytes[IdBytes..]));
    }

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user));

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        ReadHandle(userId) is { } handle
            ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == handle.UserId, cancellationToken)
            : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToUserPasskey())];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken))
        ?.ToUserPasskey();

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == credentialId, cancellationToken) is { } passkey
            ? await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == passkey.UserId, cancellationToken)
            : null;

    public void Dispose()
    {
    }

    // What the handler doesn't call: users and passkeys are changed by our own endpoints.
    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();
}
