// Runs the conformance pack: every command through the engine, every answer compared with what is expected.
//
//   conformance PACK COLLEGIUM

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Collegium.RequestTypes;

namespace Collegium
{
    static class Conformance
    {
        static int Main(string[] arguments)
        {
            if (arguments.Length != 2)
            {
                Console.Error.WriteLine("usage: conformance PACK COLLEGIUM");
                return 2;
            }
            var pack = arguments[0];
            var manifest = (Dictionary<string, object>)Json.Read(File.ReadAllText(Path.Combine(pack, "pack.json")));
            int stories = 0, equal = 0, different = 0, code;
            using (var client = new Client(arguments[1]))
            {
                foreach (Dictionary<string, object> story in (List<object>)manifest["stories"])
                {
                    stories++;
                    var name = (string)story["name"];
                    object also;
                    story.TryGetValue("also", out also);
                    client.Ask(name, Request.OfOpen(new Opening
                    {
                        Protocol = Given(pack, (string)story["protocol"]),
                        Also = ((List<object>)also ?? new List<object>()).ConvertAll(it => Given(pack, (string)it)),
                    }));
                    var commands = File.ReadAllLines(Path.Combine(pack, name + ".jsonl"));
                    var expected = File.ReadAllLines(Path.Combine(pack, name + ".expected.jsonl"));
                    foreach (var both in commands.Zip(expected, (command, answer) => new { command, answer }))
                    {
                        var sent = new SentCommand((Dictionary<string, object>)Json.Read(both.command));
                        var applied = client.Ask(name, Request.OfApply(new AskedCommand { Sent = sent })).AsApply;
                        if (Json.Same(applied.Answer.Fields, Json.Read(both.answer)))
                        {
                            equal++;
                            continue;
                        }
                        different++;
                        Console.Error.WriteLine("{0}:\n  {1}\n  {2}", name, Json.Write(applied.Answer), both.answer);
                    }
                    var position = client.Ask(name, Request.OfPosition(new Nothing())).AsPosition.PositionValue;
                    var log = client.Ask(name, Request.OfLog(new AskedLog { After = 0 })).AsLog.Lines;
                    if (log.Count != position || commands.Length != expected.Length)
                    {
                        throw new InvalidDataException(name + ": lines or answers are missing");
                    }
                }
                try
                {
                    client.Ask("nobody's", Request.OfPosition(new Nothing()));
                    throw new InvalidDataException("a network that is not held was answered");
                }
                catch (RefusedException refused)
                {
                    if (refused.Fault.Code != "unknown_network")
                    {
                        throw;
                    }
                }
                code = client.End();
            }
            Console.WriteLine("C#: {0} stories, {1} answers as expected, {2} different", stories, equal, different);
            return different == 0 && equal > 0 && code == 0 ? 0 : 1;
        }

        static GivenProtocol Given(string pack, string name)
        {
            return name.EndsWith(".toml")
                ? GivenProtocol.OfToml(File.ReadAllText(Path.Combine(pack, name)))
                : GivenProtocol.OfPreset(name);
        }
    }
}
