using System.Text;
using Komeji.Application.Payments;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payouts.Disbursement;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Hooks.Payments;

/// <summary>Where payment and payout providers tell us what happened. The body is read as it came: the signature is over its bytes.</summary>
[Area("Hooks"), IgnoreAntiforgeryToken]
public sealed class PaymentHooksController : KomejiController
{
    public const int MostBytes = 64 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [HttpPost("/hook/sandbox")]
    public Task<IActionResult> Sandbox() => Record(SandboxPaymentGateway.GatewayName, SandboxSignature.Header);

    [HttpPost("/hook/stripe")]
    public Task<IActionResult> Stripe() => Record(StripePaymentGateway.GatewayName, StripeSignature.Header);

    /// <summary>Midtrans signs in the body.</summary>
    [HttpPost("/hook/midtrans")]
    public Task<IActionResult> Midtrans() => Record(MidtransPaymentGateway.GatewayName, null);

    [HttpPost("/hook/pencairan")]
    public Task<IActionResult> Payouts() => Record(DisbursementPayoutGateway.GatewayName, DisbursementSignature.Header);

    async Task<IActionResult> Record(string gateway, string? signatureHeader)
    {
        var bytes = new byte[MostBytes + 1];
        var length = await Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, Aborted);
        if (length > MostBytes)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var body = Strict.GetString(bytes, 0, length);
            var receipt = await Send(new RecordPaymentEvent(gateway, body, signatureHeader is null ? null : Request.Headers[signatureHeader].ToString()));
            return receipt == PaymentEventReceipt.NotBelieved ? BadRequest() : Ok();
        }
        catch (DecoderFallbackException)
        {
            return BadRequest();
        }
    }
}
