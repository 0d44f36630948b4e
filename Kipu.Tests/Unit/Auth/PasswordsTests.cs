using Kipu.Auth;
using Microsoft.AspNetCore.Identity;

namespace Kipu.Tests;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_password_costs_one_hash_whether_or_not_there_is_such_an_account(bool exists)
    {
        var hasher = new CountingHasher();
        using var passwords = new Passwords(hasher);
        var hash = exists ? await passwords.HashAsync("the password", default) : null;
        hasher.Verified = 0;

        Assert.False(await passwords.VerifyAsync(hash, "not the password", default));

        Assert.Equal(1, hasher.Verified);
    }

    [Fact]
    public async Task Nobodys_password_never_matches()
    {
        var hasher = new CountingHasher { Answer = PasswordVerificationResult.Success };

        using var passwords = new Passwords(hasher);
        Assert.False(await passwords.VerifyAsync(hash: null, "whatever", default));
    }

    private sealed class CountingHasher : IPasswordHasher<Passwords>
    {
        private readonly PasswordHasher<Passwords> _hasher = new();

        public int Verified { get; set; }

        public PasswordVerificationResult? Answer { get; init; }

        public string HashPassword(Passwords user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Passwords user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return Answer ?? _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
