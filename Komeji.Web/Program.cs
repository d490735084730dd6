using Komeji.Application;
using Komeji.Application.Common;
using Komeji.Persistence;
using Komeji.Web.CommandLine;
using Komeji.Web.Jobs;
using Komeji.Web.Setup;

// No pattern of ours needs it; one that does would otherwise run for minutes on a few letters.
AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(1));

var builder = WebApplication.CreateBuilder(args);
var verb = KomejiCommandLine.Wants(args);
var settings = KomejiSettings.Read(builder.Configuration, builder.Environment);

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddKomejiApplication();
builder.Services.AddKomejiPersistence(settings.Database, StatementPatience.Of);
builder.Services.AddKomejiPages();
builder.Services.AddKomejiStorefront(settings);
builder.Services.AddSingleton(new SiteAddress(settings.BaseUrl));
builder.Services.AddKomejiPayments(settings, builder.Configuration, builder.Environment);
builder.Services.AddKomejiProtection(builder.Configuration, settings);
builder.Services.AddKomejiCookies(settings);
builder.Services.AddKomejiSessions();
builder.Services.AddKomejiAccess(builder.Configuration);
builder.Services.AddKomejiRates(builder.Configuration);
builder.Services.AddKomejiMessengers(builder.Configuration);
builder.Services.AddKomejiJobs(settings);
builder.Services.AddKomejiLimits();
builder.Services.AddKomejiCompression();
builder.Services.AddKomejiDemo();
builder.Logging.SpeakOnStandardErrorOnly(verb);

var app = builder.Build();

app.UseKomejiFiles();
app.UseRouting();
app.UseOutputCache();
app.UseKomejiFaultPages();
app.UseKomejiHeaders();
app.UsePlainAddresses();
app.UseAuthentication();
app.UseKomejiRates();
app.UseKomejiStaffGate();
app.UseKomejiOnePhoneGate();
app.UseAuthorization();
app.UseKomejiLimits();
app.UseKomejiPageCompression();
app.MapKomejiHealth();
app.MapKomejiPages();

if (verb)
{
    return await KomejiCommandLine.Run(app.Services, app.AllEndpoints(), args, Console.Out, Console.Error);
}

await app.BringDatabaseUpToDate();
await app.OpenDemoMarket();
await app.RunAsync();
return 0;

/// <summary>Public so that tests can start the product.</summary>
public partial class Program;
