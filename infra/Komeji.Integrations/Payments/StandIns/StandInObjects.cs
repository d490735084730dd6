using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Komeji.Integrations.Payments.StandIns;

/// <summary>
/// What a stand-in knows: objects in its provider's shape, in the order they were made, which name each other by id. Kept in a
/// file where one is given, so that a restart forgets nothing.
/// </summary>
sealed class StandInObjects
{
    readonly Lock gate = new();
    readonly Dictionary<string, JsonObject> byId = [];
    readonly List<JsonObject> inOrder = [];
    readonly string? file;

    public StandInObjects(string? file)
    {
        this.file = file;
        if (file is not null && File.Exists(file))
        {
            foreach (var kept in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
            {
                Keep(kept!.DeepClone().AsObject());
            }
        }
    }

    public JsonObject? Find(string id) => byId.GetValueOrDefault(id);

    public JsonObject Of(string id) => byId[id];

    /// <summary>The newest first, as the interface lists them.</summary>
    public IEnumerable<JsonObject> All(string kind) => inOrder.AsEnumerable().Reverse().Where(o => o.Text("object") == kind);

    public JsonObject Add(string prefix, string kind, DateTimeOffset at, JsonObject fields)
    {
        var made = new JsonObject { ["id"] = NewId(prefix), ["object"] = kind, ["created"] = at.ToUnixTimeSeconds() };
        foreach (var (name, value) in fields)
        {
            made[name] = value?.DeepClone();
        }

        Keep(made);
        return made;
    }

    /// <summary>One step at a time, kept as a whole.</summary>
    public T Do<T>(Func<T> work)
    {
        lock (gate)
        {
            var result = work();
            Save();
            return result;
        }
    }

    void Save()
    {
        if (file is not null)
        {
            var written = new JsonArray([.. inOrder.Select(o => o.DeepClone())]).ToJsonString();
            File.WriteAllText(file + ".baru", written);
            File.Move(file + ".baru", file, overwrite: true);
        }
    }

    /// <summary>As it is sent: ids are replaced by objects where the caller asked for it.</summary>
    public JsonObject Render(JsonObject item, IEnumerable<string> expand)
    {
        var shown = item.DeepClone().AsObject();
        foreach (var path in expand)
        {
            Expand(shown, path.Split('.'));
        }

        return shown;
    }

    public static string NewId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}");

    void Keep(JsonObject item)
    {
        byId.Add(item.Text("id"), item);
        inOrder.Add(item);
    }

    void Expand(JsonObject holder, ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
        {
            return;
        }

        if (holder[path[0]] is JsonValue value && value.TryGetValue<string>(out var id) && byId.TryGetValue(id, out var found))
        {
            holder[path[0]] = found.DeepClone();
        }

        if (holder[path[0]] is JsonObject next)
        {
            Expand(next, path[1..]);
        }
    }
}

static class StandInJson
{
    public static string Text(this JsonObject item, string name) => item[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static long Number(this JsonObject item, string name) => item[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;
}
