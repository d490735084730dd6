namespace Komeji.Web.Demo.Illustrations;

/// <summary>One kind of product: the thing itself, a look at it from near, and it in use or packed.</summary>
internal sealed record Kind(string Name, Action<Sketch> Front, Action<Sketch> Detail, Action<Sketch> Scene);
