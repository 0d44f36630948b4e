using Kipu.Auth;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTenancy<AuthDirectory>();
builder.AddDatabase<AuthDbContext>("auth");
builder.AddMessaging<AuthDbContext>("auth");
builder.AddAudit();
builder.AddSigningKeys();
builder.AddPasswords();
builder.AddSessions();
builder.AddSignUp();
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapSigningKeys();
app.MapSignUp();
app.MapSessions();
app.MapMe();
app.MapOrganizations();
app.MapAudit();
app.MapTenants();
await app.RunOrMigrateAsync<AuthDbContext>(args);
