using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kipu.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kipu.Tests;

public sealed class KeyRingTests(KipuSystem kipu)
{
    private const string Password = "for the file";

    [Fact]
    public async Task Keys_lie_encrypted_and_are_opened_by_the_certificates_of_yesterday_and_today()
    {
        var connection = await CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("kipu-key-ring-");
        try
        {
            var (yesterday, today) = (CreateCertificate(folder, "yesterday"), CreateCertificate(folder, "today"));
            byte[] secret;
            using (var host = Create(connection, yesterday)) secret = ProtectorOf(host).Protect([1, 2, 3]);

            using (var host = Create(connection, today, yesterday)) Assert.Equal([1, 2, 3], ProtectorOf(host).Unprotect(secret));
            using (var host = Create(connection, today)) Assert.Throws<CryptographicException>(() => ProtectorOf(host).Unprotect(secret));
            await using var context = new KeyRingContext(connection);
            var stored = await context.DataProtectionKeys.Select(k => k.Xml).ToListAsync();
            Assert.NotEmpty(stored);
            Assert.All(stored, key => Assert.Contains("EncryptedData", key, StringComparison.Ordinal));
            Assert.All(stored, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_certificate_replicas_share_their_keys_all_the_same()
    {
        var connection = await CreateDatabaseAsync();
        byte[] secret;
        using (var host = Create(connection)) secret = ProtectorOf(host).Protect([1, 2, 3]);

        using var other = Create(connection);
        Assert.Equal([1, 2, 3], ProtectorOf(other).Unprotect(secret));
    }

    private async Task<string> CreateDatabaseAsync()
    {
        var owner = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("authdb"))
        {
            Database = $"key_ring_{Guid.NewGuid():N}",
            Pooling = false,
        };
        await using var context = new KeyRingContext(owner.ConnectionString);
        await context.Database.EnsureCreatedAsync();
        return owner.ConnectionString;
    }

    private static IDataProtector ProtectorOf(IHost host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static string CreateCertificate(DirectoryInfo folder, string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder.FullName, $"{name}.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }

    private static IHost Create(string connection, params string[] certificates)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(certificates
            .Select((file, i) => KeyValuePair.Create<string, string?>($"DataProtection:Certificates:{i}", file))
            .Append(new("DataProtection:CertificatePassword", Password)));
        builder.Services.AddScoped(_ => new KeyRingContext(connection));
        builder.AddKeyRing<KeyRingContext>("test");
        return builder.Build();
    }

    private sealed class KeyRingContext(string connection) : DbContext, IDataProtectionKeyContext
    {
        public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(connection);
    }
}
