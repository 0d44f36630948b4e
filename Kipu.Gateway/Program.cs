using Kipu.Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.ReadInLargeBlocks();
builder.AddGateway();

var app = builder.Build();
app.UseGateway();
await app.RunAsync();
