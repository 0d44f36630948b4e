using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kipu.Payments;

/// <summary>The context for <c>dotnet ef migrations add</c>, which needs no running service and no database.</summary>
internal sealed class PaymentsDesignTimeFactory : IDesignTimeDbContextFactory<PaymentsDbContext>
{
    public PaymentsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PaymentsDbContext>();
        options.ConfigureKipu("Host=localhost;Database=design");
        return new(options.Options);
    }
}
