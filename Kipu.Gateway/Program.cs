using Kipu.Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEdgeOptions();
builder.AddCrossOrigin();
builder.AddRateLimits();
builder.AddProxy();
builder.AddMergedOpenApi();
builder.AddConsole();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseServiceDefaults();
app.UseCors();
app.UseRateLimiter();
app.UseConsole();
app.MapDefaultEndpoints();
app.MapMergedOpenApi();
app.MapApiReference();
app.MapProxy();
app.MapConsole();
await app.RunAsync();
