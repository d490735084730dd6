using System.Net;
using System.Text.Json.Nodes;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.StandIns;
using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payments.StripeStandIn;

/// <summary>The hosted page on which one pays, or does not, by hand. It stands for another company's site.</summary>
static class StandInPages
{
    const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1b1f24}main{max-width:26rem;margin:0 auto;padding:1rem}
        section{background:#fff;border:1px solid #d5d9de;border-radius:.75rem;padding:1.25rem}h1{font-size:1.25rem;margin:0 0 .5rem}
        .jumlah{font-size:1.75rem;font-weight:700;margin:.5rem 0}form{display:grid;gap:.5rem;margin-top:1rem}
        button,a.tombol{font:inherit;display:block;text-align:center;padding:.75rem;border-radius:.5rem;border:1px solid #5b6470;background:#fff;color:inherit;text-decoration:none;cursor:pointer}
        button.utama{background:#3d3aa8;border-color:#3d3aa8;color:#fff}p.kecil{font-size:.875rem;color:#4a525c}summary{cursor:pointer;padding:.5rem 0}
        """;

    public static IResult Show(StandInBooks books, string id) =>
        books.Page(id) is { } page ? Results.Content(Html(page), "text/html; charset=utf-8") : Results.NotFound();

    public static IResult Act(StandInBooks books, HttpRequest request, string id, string act)
    {
        if (books.Page(id) is not { } page)
        {
            return Results.NotFound();
        }

        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return Results.BadRequest();
        }

        switch (act)
        {
            case "bayar":
                books.Pay(id);
                break;
            case "tolak":
                books.Refuse(id);
                return Results.Redirect($"/c/pay/{id}");
            case "nanti":
                books.PayLater(id);
                break;
            case "masuk" or "gagal":
                books.Answer(id, act == "masuk");
                return Results.Redirect($"/c/pay/{id}");
            default:
                return Results.NotFound();
        }

        return Results.Redirect(page.Text("success_url"));
    }

    static string Html(JsonObject page) => $"""
        <!doctype html>
        <html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>Tiruan Stripe</title><style>{Style}</style></head>
        <body><main><p class="kecil">Tiruan penyedia pembayaran untuk mencoba. Tidak ada uang sungguhan yang berpindah.</p>
        <section><h1>Bayar ke Komeji</h1>
        <div>{WebUtility.HtmlEncode(page["metadata"]!.AsObject().Text("purchase"))}</div>
        <div class="jumlah">{new Rupiah(page.Number("amount_total") / 100)}</div>
        {Body(page)}
        </section></main></body></html>
        """;

    static string Body(JsonObject page)
    {
        var address = $"/c/pay/{WebUtility.HtmlEncode(page.Text("id"))}";
        var back = $"""<a class="tombol" href="{WebUtility.HtmlEncode(page.Text("success_url"))}">Kembali ke Komeji</a>""";
        return (page.Text("status"), page.Text("payment_status")) switch
        {
            ("open", _) => $"""
                <form method="post"><button class="utama" formaction="{address}/bayar" data-testid="standin-pay">Bayar</button></form>
                <details><summary>Cara lain untuk menguji</summary>
                <form method="post"><button formaction="{address}/tolak" data-testid="standin-refuse">Kartu Ditolak</button>
                <button formaction="{address}/nanti" data-testid="standin-later">Bayar, Bank Menjawab Nanti</button></form></details>
                <p><a class="tombol" href="{WebUtility.HtmlEncode(page.Text("cancel_url"))}" data-testid="standin-leave">Batal dan Kembali</a></p>
                """,
            ("complete", "paid") => "<p>Sudah dibayar.</p>" + back,
            ("complete", _) => $"""
                <p>Menunggu jawaban bank.</p><form method="post"><button class="utama" formaction="{address}/masuk">Bank: Dana Masuk</button>
                <button formaction="{address}/gagal">Bank: Gagal</button></form><p>{back}</p>
                """,
            _ => "<p>Halaman ini sudah ditutup dan tidak dapat dibayar lagi.</p>" + back,
        };
    }
}
