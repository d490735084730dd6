using Komeji.Application;
using Komeji.Application.Common;
using Komeji.Persistence;
using Komeji.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
var settings = KomejiSettings.Read(builder.Configuration, builder.Environment);

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddKomejiApplication();
builder.Services.AddKomejiPersistence(settings.Database);
builder.Services.AddKomejiPages();
builder.Services.AddSingleton(new SiteAddress(settings.BaseUrl));
builder.Services.AddKomejiPayments(settings);
builder.Services.AddKomejiProtection(builder.Configuration, settings);
builder.Services.AddKomejiCookies(settings);
builder.Services.AddKomejiSessions();
builder.Services.AddKomejiAccess(builder.Configuration);

var app = builder.Build();

await app.BringDatabaseUpToDate();

app.UseKomejiFaultPages();
app.UseKomejiHeaders();
app.UseKomejiStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseOutputCache();
app.MapKomejiPages();

await app.RunAsync();

/// <summary>Public so that tests can start the product.</summary>
public partial class Program;
