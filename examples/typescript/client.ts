// A client of `collegium serve --stdio`. It needs Node.js and nothing else.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import type { Request } from "./types/request.js";
import type { Answered, Fault, Response } from "./types/response.js";

/** The type of a request, which is that of its response. */
export type Kind = Request["type"];

/** What a request of one type holds. */
export type Asked<K extends Kind> = Extract<Request, { type: K }>["data"];

/** What is answered to a request of one type. */
export type Told<K extends Kind> = Extract<Response, { type: K }>["data"];

/** A request that could not be taken. A refused command is none: it is an answer. */
export class Refused extends Error {
  constructor(readonly fault: Fault) {
    super([fault.what, ...(fault.faults ?? []).map((it) => `${it.place}: ${it.what}`), fault.help].join("\n"));
  }
}

interface Waiting {
  resolve(answered: Answered): void;
  reject(error: Error): void;
}

/** The engine, as a process that holds networks. Requests may be sent before earlier ones are answered. */
export class Collegium {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<string, Waiting>();
  readonly #ended: Promise<number | null>;
  #sent = 0;

  /** Starts the process. */
  constructor(command = "collegium") {
    this.#process = spawn(command, ["serve", "--stdio"], { stdio: "pipe" });
    this.#process.stderr.pipe(process.stderr);
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#hear(line));
    this.#ended = new Promise((resolve) => {
      this.#process.on("error", (error) => this.#giveUp(error));
      this.#process.on("close", (code) => {
        this.#giveUp(new Error("the engine has ended"));
        resolve(code);
      });
    });
  }

  /** Asks about a network, under the id that was given when it was opened. */
  async ask<K extends Kind>(network: string | null, type: K, data: Asked<K>): Promise<Told<K>> {
    const id = String(++this.#sent);
    const answered = new Promise<Answered>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#process.stdin.write(JSON.stringify({ id, network, request: { type, data } }) + "\n");
    const { response, fault } = await answered;
    if (fault) {
      throw new Refused(fault);
    }
    return (response as unknown as { data: Told<K> }).data;
  }

  /** Ends the process once everything is answered; tells its exit code. */
  async end(): Promise<number | null> {
    this.#process.stdin.end();
    return this.#ended;
  }

  #hear(line: string): void {
    const answered = JSON.parse(line) as Answered;
    const waiting = this.#waiting.get(answered.id ?? "");
    this.#waiting.delete(answered.id ?? "");
    waiting?.resolve(answered);
  }

  #giveUp(error: Error): void {
    for (const waiting of this.#waiting.values()) {
      waiting.reject(error);
    }
    this.#waiting.clear();
  }
}
