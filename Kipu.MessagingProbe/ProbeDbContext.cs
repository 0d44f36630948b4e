using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Wolverine.EntityFrameworkCore;

namespace Kipu.MessagingProbe;

/// <summary>What the publisher committed together with a message.</summary>
public sealed class Order : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
}

/// <summary>What a handled message left. Without a unique key on the order, so that a message handled twice shows.</summary>
public sealed class Effect : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required Guid OrderId { get; init; }
}

public sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Order>().HasTenant();
        modelBuilder.Entity<Effect>().HasTenant();
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}

[DbContext(typeof(ProbeDbContext))]
[Migration("20260101000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table orders (id uuid primary key, organization_id uuid not null);
            create table effects (id uuid primary key, organization_id uuid not null, order_id uuid not null);
            """);
        migrationBuilder.ForceTenantPolicy("orders", "probe");
        migrationBuilder.ForceTenantPolicy("effects", "probe");
    }
}
