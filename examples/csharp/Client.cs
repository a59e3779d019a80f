// A client of `collegium serve --stdio`. It needs no library.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using Collegium.RequestTypes;
using Collegium.ResponseTypes;
using Request = Collegium.RequestTypes.Request;

namespace Collegium
{
    /// <summary>A request that could not be taken. A refused command is none: it is an answer.</summary>
    public sealed class RefusedException : Exception
    {
        public readonly Fault Fault;

        public RefusedException(Fault fault) : base(fault.What + "; " + fault.Help)
        {
            Fault = fault;
        }
    }

    /// <summary>The engine, as a process that holds networks. Not for several threads at once.</summary>
    public sealed class Client : IDisposable
    {
        readonly Process process;
        readonly StreamWriter to;
        readonly StreamReader from;
        long sent;

        /// <summary>Starts the process.</summary>
        public Client(string command)
        {
            process = Process.Start(new ProcessStartInfo(command, "serve --stdio")
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
            // The streams themselves, so that no mark of byte order is written and all is UTF-8.
            to = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false));
            to.NewLine = "\n";
            from = new StreamReader(process.StandardOutput.BaseStream, new UTF8Encoding(false));
        }

        /// <summary>Asks about a network, under the id that was given when it was opened.</summary>
        public Response Ask(string network, Request request)
        {
            var id = (++sent).ToString();
            to.WriteLine(Json.Write(new RequestLine { Id = id, Network = network, Request = request }));
            to.Flush();
            var line = from.ReadLine();
            if (line == null)
            {
                throw new EndOfStreamException("the engine has ended");
            }
            var answered = new Answered((Dictionary<string, object>)Json.Read(line));
            if (answered.Fault != null)
            {
                throw new RefusedException(answered.Fault);
            }
            if (answered.Id != id)
            {
                throw new InvalidDataException("an answer to another request came: " + answered.Id);
            }
            return answered.Response;
        }

        /// <summary>Ends the process; tells its exit code.</summary>
        public int End()
        {
            to.Close();
            process.WaitForExit();
            return process.ExitCode;
        }

        public void Dispose()
        {
            to.Dispose();
            process.Dispose();
        }
    }
}
