using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Web.Setup;
using MediatR;

namespace Komeji.Web.Areas.Shop.Ordering;

static class TakingOver
{
    /// <summary>
    /// The first page about the cart after signing in makes the visitor's cart the person's own, whichever way the person signed in.
    /// </summary>
    public static async Task TakeOverVisitorCart(this KomejiController controller)
    {
        var context = controller.HttpContext;
        if (context.CartToken() is { } token && context.RequestServices.GetRequiredService<ICurrentUser>().Id is not null)
        {
            await context.RequestServices.GetRequiredService<IMediator>().Send(new TakeOverCart(token), context.RequestAborted);
            context.ForgetCart();
        }
    }
}
