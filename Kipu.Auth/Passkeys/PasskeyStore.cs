using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>
/// Our users and their passkeys, as Identity's WebAuthn handler knows them. Works within the organization that the user handle names: the
/// handle is organization and user in 43 characters. A user's name is the mail address, which doesn't change.
/// </summary>
internal sealed class PasskeyStore(AuthDbContext db, TimeProvider time) : IUserPasskeyStore<User>
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

    /// <summary>Adds one; the caller saves, together with what else belongs to it.</summary>
    public Passkey Add(User user, UserPasskeyInfo info)
    {
        var passkey = Passkey.Of(user, info);
        db.Passkeys.Add(passkey);
        return passkey;
    }

    /// <summary>Notes that a passkey signed in.</summary>
    /// <returns>False when its counter did not grow: of two answers that count alike only one can be the device's own.</returns>
    public async Task<bool> TryUseAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Passkeys
            .Where(p => p.UserId == user.Id && p.CredentialId == passkey.CredentialId)
            .Where(p => p.SignCount < passkey.SignCount || passkey.SignCount == 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.SignCount, (long)passkey.SignCount).SetProperty(p => p.IsBackedUp, passkey.IsBackedUp)
                    .SetProperty(p => p.LastUsedAt, now),
                cancellationToken) == 1;
    }

    /// <exception cref="DbUpdateConcurrencyException">It is there, and its counter did not grow.</exception>
    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await FindPasskeyAsync(user, passkey.CredentialId, cancellationToken) is null)
        {
            Add(user, passkey);
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (!await TryUseAsync(user, passkey, cancellationToken))
        {
            throw new DbUpdateConcurrencyException("The passkey's counter did not grow.");
        }
    }

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.Passkeys.Where(p => p.UserId == user.Id && p.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public async Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalizedUserName, cancellationToken);

    /// <exception cref="ArgumentException">It is another than the user has.</exception>
    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => KeepName(userName, user.Email);

    /// <exception cref="ArgumentException">It is another than the user has.</exception>
    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) =>
        KeepName(normalizedName, user.NormalizedEmail);

    /// <returns>A failure: users come by sign-up, invitations and their organization's provider, each with rules of its own.</returns>
    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(Refuse("Users sign up, are invited, or come from their organization's provider."));

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        db.Update(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <returns>A failure: who leaves gives back a seat and ends their sessions, by the organization's members.</returns>
    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) =>
        Task.FromResult(Refuse("Users are removed from their organization's members."));

    public void Dispose()
    {
    }

    private static Task KeepName(string? name, string known) =>
        name == known ? Task.CompletedTask : throw new ArgumentException("A user's address doesn't change.", nameof(name));

    private static IdentityResult Refuse(string reason) => IdentityResult.Failed(new IdentityError { Code = "not_here", Description = reason });
}
