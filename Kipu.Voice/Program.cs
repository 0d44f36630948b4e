using Kipu.Gemini;
using Kipu.Voice;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTenancy();
builder.AddDatabase<VoiceDbContext>("voice");
builder.AddMessaging<VoiceDbContext>("voice");
builder.Services.AddGemini(builder.Configuration);
builder.AddVoice();
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();
app.UseWebSockets();
app.MapDefaultEndpoints();
app.MapSessions();
app.MapVoiceSocket();
await app.RunOrMigrateAsync<VoiceDbContext>(args);
