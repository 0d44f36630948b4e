using Kipu.Auth;
using Microsoft.AspNetCore.Identity;

namespace Kipu.Tests;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_password_costs_one_hash_whether_or_not_there_is_such_an_account(bool exists)
    {
        var hasher = new CountingHasher();
        var passwords = new Passwords(hasher);
        var hash = exists ? passwords.Hash("the password") : null;
        hasher.Verified = 0;

        Assert.False(passwords.Verify(hash, "not the password"));

        Assert.Equal(1, hasher.Verified);
    }

    [Fact]
    public void Nobodys_password_never_matches()
    {
        var hasher = new CountingHasher { Answer = PasswordVerificationResult.Success };

        Assert.False(new Passwords(hasher).Verify(hash: null, "whatever"));
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
