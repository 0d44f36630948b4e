using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kipu.Storage;

/// <summary>Makes the context for <c>dotnet ef</c>, which needs a model and neither database nor messaging.</summary>
internal sealed class StorageDesignTimeFactory : IDesignTimeDbContextFactory<StorageDbContext>
{
    public StorageDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<StorageDbContext>();
        options.ConfigureKipu("Host=localhost;Database=design");
        return new(options.Options);
    }
}
