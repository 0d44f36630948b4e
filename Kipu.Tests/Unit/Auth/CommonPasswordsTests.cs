using Kipu.Auth;

namespace Kipu.Tests;

public sealed class CommonPasswordsTests
{
    private readonly CommonPasswords _common = new();

    [Theory]
    [InlineData("qwertyuiop")]
    [InlineData("Password123")]
    [InlineData("CONTRASEÑA123")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("Ana@Example.com")]
    public void Passwords_that_are_guessed_first_are_refused(string password) => Assert.True(_common.Contains(password, " ana@example.com "));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("mi perro come mangos")]
    public void Other_passwords_are_taken(string password) => Assert.False(_common.Contains(password, "ana@example.com"));
}
