using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kipu.Auth;

/// <summary>The context for <c>dotnet ef migrations add</c>, which needs no running service and no database.</summary>
internal sealed class AuthDesignTimeFactory : IDesignTimeDbContextFactory<AuthDbContext>
{
    public AuthDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AuthDbContext>();
        options.ConfigureKipu("Host=localhost;Database=design");
        return new(options.Options);
    }
}
