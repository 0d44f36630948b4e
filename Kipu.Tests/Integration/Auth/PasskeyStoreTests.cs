using Kipu.Auth;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

public sealed class PasskeyStoreTests(KipuSystem kipu)
{
    [Fact]
    public Task A_passkey_is_added_used_and_removed() => WithStoreAsync(async (store, user) =>
    {
        var added = NewPasskey(signCount: 1);
        await store.AddOrUpdatePasskeyAsync(user, added, default);
        var used = NewPasskey(added.CredentialId, signCount: 2);
        await store.AddOrUpdatePasskeyAsync(user, used, default);

        var found = await store.FindPasskeyAsync(user, added.CredentialId, default);
        Assert.Equal(("Phone", 2u), (found!.Name, found.SignCount));
        Assert.Equal(user.Id, (await store.FindByPasskeyIdAsync(added.CredentialId, default))!.Id);

        await store.RemovePasskeyAsync(user, added.CredentialId, default);
        Assert.Empty(await store.GetPasskeysAsync(user, default));
    });

    [Fact]
    public Task A_passkey_whose_counter_stands_still_is_not_updated() => WithStoreAsync(async (store, user) =>
    {
        var passkey = NewPasskey(signCount: 1);
        await store.AddOrUpdatePasskeyAsync(user, passkey, default);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => store.AddOrUpdatePasskeyAsync(user, passkey, default));
    });

    [Fact]
    public Task A_user_is_found_by_handle_and_address_and_keeps_the_address() => WithStoreAsync(async (store, user) =>
    {
        Assert.Equal(user.Id, (await store.FindByIdAsync(await store.GetUserIdAsync(user, default), default))!.Id);
        Assert.Equal(user.Id, (await store.FindByNameAsync((await store.GetNormalizedUserNameAsync(user, default))!, default))!.Id);

        await store.SetUserNameAsync(user, user.Email, default);
        await store.SetNormalizedUserNameAsync(user, user.NormalizedEmail, default);
        await Assert.ThrowsAsync<ArgumentException>(() => store.SetUserNameAsync(user, "other@example.com", default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.SetNormalizedUserNameAsync(user, "OTHER@EXAMPLE.COM", default));
    });

    [Fact]
    public Task A_user_is_changed_here_but_comes_and_goes_elsewhere() => WithStoreAsync(async (store, user) =>
    {
        user.Theme = "dark";
        Assert.True((await store.UpdateAsync(user, default)).Succeeded);

        Assert.Equal("dark", (await store.FindByNameAsync(user.NormalizedEmail, default))!.Theme);
        Assert.False((await store.CreateAsync(user, default)).Succeeded);
        Assert.False((await store.DeleteAsync(user, default)).Succeeded);
        Assert.NotNull(await store.FindByNameAsync(user.NormalizedEmail, default));
    });

    private static UserPasskeyInfo NewPasskey(uint signCount) => NewPasskey(Guid.NewGuid().ToByteArray(), signCount);

    private static UserPasskeyInfo NewPasskey(byte[] credentialId, uint signCount)
    {
        var passkey = new UserPasskeyInfo(
            credentialId, publicKey: [1], DateTimeOffset.UtcNow, signCount, transports: ["internal"], isUserVerified: true,
            isBackupEligible: true, isBackedUp: true, attestationObject: [], clientDataJson: []);
        passkey.Name = "Phone";
        return passkey;
    }

    /// <summary>The store on Auth's database, within a new user's organization.</summary>
    private async Task WithStoreAsync(Func<PasskeyStore, User, Task> test)
    {
        var tenant = await kipu.SignUpAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:authdb"] = await kipu.GetConnectionStringAsync("authdb"),
            ["Database:AppPassword"] = await kipu.GetParameterAsync("database-app-password"),
        });
        builder.AddDatabase<AuthDbContext>("auth");
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        using (TenantScope.EnterOrganization(tenant.OrganizationId))
        {
            var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
            using var store = new PasskeyStore(db, TimeProvider.System);
            var user = await db.Users.AsNoTracking().SingleAsync();
            await test(store, user);
        }
    }
}
