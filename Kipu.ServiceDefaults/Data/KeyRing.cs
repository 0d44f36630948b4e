using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kipu.ServiceDefaults;

/// <summary>Section <c>DataProtection</c>: by what a service's data protection keys are encrypted in its database.</summary>
public sealed class KeyRingOptions
{
    /// <summary>PKCS #12 files with private keys: the first encrypts new keys, all decrypt. Without any, keys lie unencrypted.</summary>
    public string[] Certificates { get; init; } = [];

    /// <summary>The files' password.</summary>
    public string? CertificatePassword { get; init; }
}

public static class KeyRing
{
    /// <summary>Data protection for a service, by keys in its own database that all its replicas share.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A configured certificate can't be opened.</exception>
    public static void AddKeyRing<TContext>(this IHostApplicationBuilder builder, string service)
        where TContext : DbContext, IDataProtectionKeyContext
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName(service).PersistKeysToDbContext<TContext>();
        var options = builder.Configuration.GetSection("DataProtection").Get<KeyRingOptions>() ?? new();
        X509Certificate2[] certificates = [.. options.Certificates.Select(file => X509CertificateLoader.LoadPkcs12FromFile(file, options.CertificatePassword))];
        if (certificates is [var current, ..]) protection.ProtectKeysWithCertificate(current).UnprotectKeysWithAnyCertificate(certificates);
    }
}
